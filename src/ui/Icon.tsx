const paths = {
  inbox: 'M3 13l3-8h12l3 8v6H3zM3 13h5l1.5 3h5L16 13h5',
  report: 'M6 21V4m0 0h11l-2.5 4.5L17 13H6',
  trash: 'M5 7h14M10 7V4h4v3m-7 0l1 13h8l1-13',
  done: 'M4 12.5l5 5L20 6.5',
  people:
    'M9 11a3.5 3.5 0 100-7 3.5 3.5 0 000 7zm-6 9c0-3.5 2.5-6 6-6s6 2.5 6 6M16 4.5a3.5 3.5 0 010 6M17.5 14.5c2.2.8 3.5 2.9 3.5 5.5',
  rules: 'M6 3h9l4 4v14H6zM9 11h7M9 15h7M9 7h3',
  notice: 'M4 10v4l10 4V6zM14 8c2 0 3.5 1.5 3.5 4S16 16 14 16M7 15l1 5h3l-1-4',
  loupe: 'M10.5 17a6.5 6.5 0 100-13 6.5 6.5 0 000 13zM15.5 15.5L21 21',
  back: 'M15 5l-7 7 7 7',
  forward: 'M9 5l7 7-7 7',
  reload: 'M19 12a7 7 0 11-2.2-5.1M19 4v4.5h-4.5',
  globe: 'M12 3.5a8.5 8.5 0 100 17 8.5 8.5 0 000-17zM3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17',
  clip: 'M19 11l-7.5 7.5a4.6 4.6 0 01-6.5-6.5L13 4a3 3 0 014.3 4.3l-7.8 7.8a1.5 1.5 0 01-2.2-2.2L14 7.3',
  // As browsers show them since the padlock went: settings of the site, and “not secure”.
  tune: 'M4 8h8m6 0h2M4 16h2m6 0h8M15 10.5a2.5 2.5 0 100-5 2.5 2.5 0 000 5zM9 18.5a2.5 2.5 0 100-5 2.5 2.5 0 000 5z',
  notSecure: 'M12 4l9 16H3zM12 10v4.5m0 2v1',
  page: 'M4 5h16v14H4zM4 9h16',
  box: 'M4.5 4.5h15v15h-15z',
  apps: 'M4 4h6.5v6.5H4zM13.5 4H20v6.5h-6.5zM4 13.5h6.5V20H4zM16.8 13.5V20M13.5 16.8H20',
  screen: 'M3.5 5h17v11h-17zM9 20h6M12 16v4',
  alarm: 'M12 4l9 16H3zM12 10v5M12 17.3v.2',
  download: 'M12 4v10m0 0l-4-4m4 4l4-4M5 20h14',
  window: 'M3 5h18v14H3zM3 9h18M5.5 7h.1M8 7h.1',
  settings: 'M3.5 7h9m6 0h2M3.5 17h2m6 0h9M15.5 4a3 3 0 110 6 3 3 0 010-6zM8.5 14a3 3 0 110 6 3 3 0 010-6z',
  sms: 'M4 5h16v11h-9l-5 4v-4H4zM8 9h8M8 12h5',
  chat: 'M3 4h12v8H8l-3 3v-3H3zM18 8h3v9h-2v3l-3-3H9v-2',
  invitation: 'M4 6h16v14H4zM4 10h16M8 3v5M16 3v5',
  voice: 'M5.5 15.5a3.5 3.5 0 110-7 3.5 3.5 0 010 7zM18.5 15.5a3.5 3.5 0 110-7 3.5 3.5 0 010 7zM5.5 15.5h13',
  letter: 'M3 6h18v13H3zM3 7l9 7 9-7',
  more: 'M5.7 12a.7.7 0 11-1.4 0 .7.7 0 011.4 0zM12.7 12a.7.7 0 11-1.4 0 .7.7 0 011.4 0zM19.7 12a.7.7 0 11-1.4 0 .7.7 0 011.4 0z',
  help: 'M9 9a3 3 0 115 2.2c-1.3.9-2 1.6-2 3.1M12 18.2v.2',
  reply: 'M9 6l-6 6 6 6M3 12h11a6 6 0 016 6v1',
  follow: 'M4 12h15m-6-6l6 6-6 6',
  phone:
    'M6 3.5h3.5l1.5 5-2.3 1.5a12 12 0 005.3 5.3l1.5-2.3 5 1.5V18a2.5 2.5 0 01-2.5 2.5A14.5 14.5 0 013.5 6 2.5 2.5 0 016 3.5z',
  bookmark: 'M6 3h12v18l-6-4.5L6 21z',
  unfold: 'M5 9l7 7 7-7',
  hint: 'M9 18h6M10 21h4M8.5 15a6 6 0 117 0c-.6.5-.8 1-.9 1.8H9.4c-.1-.8-.3-1.3-.9-1.8z',
} as const;

/** The name of an icon. */
export type IconName = keyof typeof paths;

/** A line icon. It always stands beside words, so it is hidden from screen readers. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
