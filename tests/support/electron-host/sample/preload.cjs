const { contextBridge, ipcRenderer } = require("electron");

contextBridge.exposeInMainWorld("desk", {
  fixed: 7,
  add: (a, b) => a + b,
  sum: (a, b) => ipcRenderer.invoke("sum", a, b),
  echo: (value) => ipcRenderer.invoke("echo", value),
  fail: () => ipcRenderer.invoke("fail"),
  ask: () => ipcRenderer.invoke("ask"),
  tick: () => ipcRenderer.invoke("tick"),
  nested: { deep: () => () => 42 },
  onTick: (listener) => {
    const forward = (_event, ...args) => listener(...args);
    ipcRenderer.on("tick", forward);
    return () => {
      ipcRenderer.removeListener("tick", forward);
    };
  },
});
