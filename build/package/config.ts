import type { Configuration } from "electron-builder";
import { fileKinds, product } from "./product.ts";

/** What one packaging run decides; everything else about the packages is fixed here. */
export interface PackageWishes {
  readonly icons: string;
  readonly out: string;
  readonly electronVersion: string;
  /** An unpacked Electron, where it cannot be downloaded. */
  readonly electronDist?: string;
  readonly signed: boolean;
  /** Off for stand-in runtimes, which have no fuses to set. */
  readonly setFuses: boolean;
}

/** Every switch that is burnt into the program: nothing but this application, whole and unaltered, runs in it. */
export const fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
} as const;

const associations = fileKinds.map(({ ext, name, description }) => ({
  ext,
  name,
  description,
  role: "Editor" as const,
}));

/** The packages of all three systems. Nothing in them looks for updates: there is no feed to look at. */
export function builderConfig(wishes: PackageWishes): Configuration {
  const { icons, out, electronVersion, electronDist, signed, setFuses } = wishes;
  return {
    appId: product.id,
    productName: product.name,
    copyright: product.copyright,
    electronVersion,
    ...(electronDist === undefined ? {} : { electronDist }),
    directories: { output: out, buildResources: icons },
    files: ["**/*"],
    asar: true,
    npmRebuild: false,
    publish: null,
    electronLanguages: ["zh-CN", "en-US", "en"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these in.
    artifactName: "h200-desk-${version}-${os}-${arch}.${ext}",
    fileAssociations: associations,
    ...(setFuses ? { electronFuses: { ...fuses, resetAdHocDarwinSignature: !signed } } : {}),
    win: {
      target: [
        { target: "nsis", arch: ["x64"] },
        { target: "zip", arch: ["x64"] },
      ],
      icon: `${icons}/icon.ico`,
      executableName: product.program,
      signExecutable: signed,
    },
    nsis: {
      oneClick: false,
      perMachine: false,
      allowElevation: true,
      allowToChangeInstallationDirectory: true,
      installerLanguages: ["zh_CN", "en_US"],
      displayLanguageSelector: true,
      // The workspace is the firm's; taking the program off the machine leaves it.
      deleteAppDataOnUninstall: false,
      differentialPackage: false,
    },
    mac: {
      target: [
        { target: "dmg", arch: ["x64", "arm64"] },
        { target: "zip", arch: ["x64", "arm64"] },
      ],
      icon: `${icons}/icon.icns`,
      category: "public.app-category.business",
      hardenedRuntime: true,
      gatekeeperAssess: false,
      entitlements: `${icons}/entitlements.mac.plist`,
      entitlementsInherit: `${icons}/entitlements.mac.plist`,
      identity: signed ? undefined : null,
      notarize: signed,
    },
    linux: {
      target: [
        { target: "tar.gz", arch: ["x64"] },
        { target: "AppImage", arch: ["x64"] },
      ],
      icon: `${icons}/icons`,
      executableName: product.program,
      category: "Office",
    },
  } as Configuration;
}
