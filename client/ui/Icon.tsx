// Line icons on a 20 × 20 grid, in the colour of the text.

const PATHS = {
  plus: "M10 4v12M4 10h12",
  minus: "M4 10h12",
  frame: "M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4",
  up: "M10 16V5M5 9.5 10 4.5l5 5",
  down: "M5 8l5 5 5-5",
  close: "M5 5l10 10M15 5 5 15",
  search: "M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13 13l4 4",
  moon: "M16.5 11.8A6.8 6.8 0 0 1 8.2 3.5a6.8 6.8 0 1 0 8.3 8.3Z",
  sun: "M10 13.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM10 2.5v1.6M10 15.9v1.6M2.5 10h1.6M15.9 10h1.6M4.7 4.7l1.1 1.1M14.2 14.2l1.1 1.1M4.7 15.3l1.1-1.1M14.2 5.8l1.1-1.1",
  share:
    "M7.5 12.5l5-5M8.5 5.8l1.6-1.6a4 4 0 0 1 5.7 5.7l-1.6 1.6M11.5 14.2l-1.6 1.6a4 4 0 0 1-5.7-5.7l1.6-1.6",
  play: "M7 4.5v11l8.5-5.5Z",
  pause: "M7 4.5v11M13 4.5v11",
  pick: "M4 4h5M4 4v5M16 16h-5M16 16v-5M7 10.5l2.2 2.2L13.5 8",
  lasso:
    "M10 4c3.9 0 7 1.9 7 4.3s-3.1 4.3-7 4.3-7-1.9-7-4.3S6.100 4 10 4M6.500 12c-1.300.6-1.600 2-.4 2.700 1 .6.9 1.500 0 2.300",
  info: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 9.2v4.3M10 6.4v.2",
  more: "M4.500 10h.01M10 10h.01M15.500 10h.01",
  language:
    "M3 5.5h8M7 3.500v2M9.500 5.500c-.6 3-2.800 5.200-6 6.500M4.800 7.800c1 1.900 2.700 3.300 4.700 4M10.500 16.500l3.300-8 3.300 8M11.600 13.800h4.400",
  list: "M7 5h9.500M7 10h9.500M7 15h9.500M3.500 5h.01M3.500 10h.01M3.500 15h.01",
  overview: "M3.500 9.500 10 4l6.500 5.500M5.500 8v8h9V8M8.500 16v-4h3v4",
  data: "M4 5.500c0-3 12-3 12 0s-12 3-12 0ZM4 5.500v4.500c0 3 12 3 12 0V5.500M4 10v4.500c0 3 12 3 12 0V10",
  place:
    "M10 17.500c3.500-3.900 5.200-6.700 5.200-9a5.200 5.200 0 1 0-10.400 0c0 2.300 1.700 5.100 5.200 9ZM10 10.300a1.900 1.900 0 1 0 0-3.800 1.900 1.900 0 0 0 0 3.800Z",
  left: "M12 5l-5 5 5 5",
  right: "M8 5l5 5-5 5",
  line: "M4 15.500h12",
  rows: "M4 11.500h12M4 15.500h12",
  full: "M4 5h12M4 8.500h12M4 12h12M4 15.500h12",
  keys: "M3 5.500h14v9H3ZM6 8.500h.01M9 8.500h.01M12 8.500h.01M14.500 8.500h.01M6 11.500h8",
  map: "M3.500 5.500 7.500 4l5 2 4-1.500v10l-4 1.500-5-2-4 1.500ZM7.500 4v10M12.500 6v10",
  print: "M6 7V3.500h8V7M6 14H3.500V7.500h13V14H14M6 11.500h8v5H6Z",
  download: "M10 3.5v9M6 9l4 4 4-4M4 16.5h12",
} as const;

export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg className="icon" width="18" height="18" viewBox="0 0 20 20" aria-hidden="true">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth={name === "more" ? 2.6 : 1.6}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
