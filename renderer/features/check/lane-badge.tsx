import { useI18n } from "#i18n";
import type { Lane } from "#shared/rules";
import { Badge } from "#ui";
import { laneLook } from "./lanes.ts";

/** A lane in a pill, told by words, drawing and colour. */
export function LaneBadge({ lane }: { readonly lane: Lane }) {
  const { t } = useI18n();
  const { tone, icon } = laneLook[lane];
  return (
    <Badge tone={tone} icon={icon}>
      {t(`lane.${lane}`)}
    </Badge>
  );
}
