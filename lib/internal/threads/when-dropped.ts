let registry: FinalizationRegistry<() => void> | undefined;

/**
 * Calls `close` when `handle` was collected as garbage, so `close` must not lead to it. The
 * registry is made with its first entry, because runtimes without threads may lack its class.
 */
export function whenDropped(handle: object, close: () => void): void {
  registry ??= new FinalizationRegistry((each) => each());
  registry.register(handle, close);
}
