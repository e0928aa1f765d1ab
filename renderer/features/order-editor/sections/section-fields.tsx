import type { Order } from "#shared/model";
import { type Draft, Fields, Rows } from "#ui";
import { ReviewSection } from "../review/review-section.tsx";
import { LinesSection } from "./lines-section.tsx";
import { RouteChain } from "./route-chain.tsx";
import { ScheduleSection } from "./schedule-section.tsx";
import * as spec from "./sections.ts";
import { SubTitle } from "./sub-title.tsx";
import { TenantTotal } from "./tenant-total.tsx";

type Props = {
  readonly order: string;
  readonly section: spec.Section;
  readonly draft: Draft<Order>;
  readonly focus: string | undefined;
  /** Whether everything on the screen is on the disk. */
  readonly saved: boolean;
  /** Takes over what the host stored by itself. */
  readonly onStored: (stored: { readonly revision: number; readonly value: Order }) => void;
};

/** The fields of one section. */
export function SectionFields(props: Props) {
  const { order, section, draft, focus, saved, onStored } = props;
  switch (section) {
    case "basics":
      return <Fields specs={spec.basicFields} of="order" />;
    case "parties":
      return <Fields specs={spec.partyFields} of="order" />;
    case "lines":
      return <LinesSection draft={draft} focus={focus} />;
    case "schedule":
      return <ScheduleSection draft={draft} />;
    case "route":
      return (
        <>
          <RouteChain />
          <Fields specs={spec.routeFields} of="order" />
        </>
      );
    case "customs":
      return <Fields specs={spec.customsFields} of="order" />;
    case "use":
      return (
        <>
          <Fields specs={spec.endUserFields} of="order" />
          <Rows spec={spec.useRowsSpec} />
        </>
      );
    case "tenants":
      return (
        <>
          <TenantTotal draft={draft} />
          <Rows spec={spec.tenantRows} />
          <Rows spec={spec.remoteRows} />
        </>
      );
    case "necessity":
      return (
        <>
          <Fields specs={spec.necessityFields} of="order" />
          <Rows spec={spec.claimRows} />
          <Rows spec={spec.alternativeRows} />
          <Fields specs={spec.planFields} of="order" />
        </>
      );
    case "declarations":
      return <Fields specs={spec.declarationFields} of="order" />;
    case "exporter":
      return (
        <>
          <Fields specs={spec.exporterFields} of="order" />
          <SubTitle of="editor.exporter.licence" />
          <Fields specs={spec.licenceFields} of="order" />
          <SubTitle of="editor.exporter.laboratory" />
          <Fields specs={spec.laboratoryFields} of="order" />
        </>
      );
    case "lookups":
      return <Rows spec={spec.lookupRows} />;
    case "evidence":
      return <Fields specs={spec.evidenceFields} of="order" />;
    case "review":
      return <ReviewSection order={order} draft={draft} saved={saved} onStored={onStored} />;
  }
}
