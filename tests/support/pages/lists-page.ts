import type { Page } from "playwright";
import { shellPage } from "./shell-page.ts";
import type { Words } from "./words.ts";

const head =
  "source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids";

/** A list of one invented entry, in the official layout. */
export function sampleList(policy: string): string {
  return `${head}\nEntity List (EL) - Bureau of Industry and Security,,,,Sample Industrial Group,,"1 Road, Sample, CN",90 FR 1,2026-01-02,,,All items,${policy},,,,,,,,,样例产业集团,,,,,,\n`;
}

/** Takes a list in on the page for it, and waits until it stands there. */
export async function takeInList(page: Page, w: Words, name: string, text: string): Promise<void> {
  await shellPage(page, w).goTo("settings");
  await page.getByRole("tab", { name: w("settings.tab.lists"), exact: true }).click();
  await page
    .getByRole("tabpanel")
    .locator('input[type="file"]')
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await page
    .getByRole("listitem")
    .filter({ hasText: name.replace(".csv", "") })
    .first()
    .waitFor();
}
