// Passages that are pointed at, drawn over the text without changing it (CSS custom highlights).
type Registry = Map<string, unknown> | undefined;

const registry = (): Registry => (CSS as unknown as { highlights?: Map<string, unknown> }).highlights;

/** Draw ranges under a name; none: draw nothing. A browser that cannot, selects the first instead. */
export function highlight(name: string, ranges: Range[]): void {
  const all = registry();
  const Kind = (window as unknown as { Highlight?: new (...ranges: Range[]) => unknown }).Highlight;
  if (!all || !Kind) {
    if (ranges[0] && name === "target") document.getSelection()?.setBaseAndExtent(ranges[0].startContainer, ranges[0].startOffset, ranges[0].endContainer, ranges[0].endOffset);
    return;
  }
  all.delete(name);
  if (ranges.length) all.set(name, new Kind(...ranges));
}
