/** Pictures for the cards of the start page: small scenes in the colours of the theme. */
import type { ReactNode } from 'react';

/** What a picture shows. */
export type Scene = 'envelope' | 'desk' | 'home' | 'blossom' | 'tools' | 'aid' | 'book';

const scenes: Readonly<Record<string, Scene>> = {
  'first-day': 'envelope',
  office: 'desk',
  'everyday-japan': 'home',
  'other-desks': 'desk',
  'sakura-2019': 'blossom',
  'sakura-today': 'blossom',
  toolbox: 'tools',
};

/** The scene of a pack; any other pack shows an envelope. */
export const sceneOf = (pack: string): Scene => scenes[pack] ?? 'envelope';

/** Backgrounds that follow each other along a shelf. */
const grounds = ['ai', 'sakura', 'matcha', 'kogane'] as const;

interface CoverProps {
  readonly scene: Scene;
  /** Its place on the shelf, which varies the colours. */
  readonly at: number;
}

/** One picture. It stands beside a title, so it is hidden from screen readers. */
export function Cover({ scene, at }: CoverProps) {
  const ground = grounds[at % grounds.length];
  return (
    <svg
      className={`cover on-${ground}`}
      viewBox="0 0 160 80"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      <rect width="160" height="80" className="cover-ground" />
      <circle cx={30 + ((at * 37) % 100)} cy={16 + ((at * 11) % 12)} r="9" className="cover-sun" />
      <path d="M0 66h160v14H0z" className="cover-floor" />
      {drawings[scene]}
    </svg>
  );
}

const envelope: ReactNode = (
  <>
    <path d="M50 24h60v40H50z" className="cover-paper" />
    <path d="M50 26l30 22 30-22" className="cover-line" />
    <circle cx="108" cy="56" r="10" className="cover-mark" />
    <path d="M102 56q6-7 12 0-6 7-12 0z" className="cover-mark" />
  </>
);

const drawings: Readonly<Record<Scene, ReactNode>> = {
  envelope,
  desk: (
    <>
      <path d="M48 20h50v32H48z" className="cover-paper" />
      <path d="M56 28h22M56 35h32M56 42h16M73 52v10M60 62h26" className="cover-line" />
      <path d="M112 50h14v14h-14zM126 54h5v6h-5" className="cover-paper" />
      <path d="M28 44h10v20H28zM31 44V32" className="cover-line" />
      <path d="M20 66h120" className="cover-line" />
    </>
  ),
  home: (
    <>
      <path d="M40 42l24-20 24 20v24H40z" className="cover-paper" />
      <path d="M57 66V50h14v16M36 45l28-23 28 23" className="cover-line" />
      <path d="M102 48h24v18h-24zM114 48v18M102 55h24" className="cover-paper" />
    </>
  ),
  blossom: (
    <>
      <path d="M30 70q18-34 60-40M58 46q6-14 2-24" className="cover-line" />
      <path
        d="M92 22q6-10 10 0 10-2 4 8 8 8-3 9-2 10-9 3-9 6-8-4-10-3-2-10-5-9 8-6z"
        className="cover-petal"
      />
      <path d="M56 14q4-7 7 0 7-1 3 6 5 6-2 6-2 7-7 2-6 4-6-3-7-2-1-7-3-6 6-4z" className="cover-petal" />
      <path d="M120 52q5-6 9 0-5 6-9 0z" className="cover-petal" />
    </>
  ),
  tools: (
    <>
      <path d="M44 24h44v40H44z" className="cover-paper" />
      <path d="M52 34h28M52 42h20M52 50h24" className="cover-line" />
      <circle cx="100" cy="42" r="14" className="cover-glass" />
      <path d="M110 52l14 13" className="cover-handle" />
    </>
  ),
  aid: (
    <>
      <path d="M50 32h60v34H50zM68 32v-8h24v8" className="cover-paper" />
      <path d="M80 41v16M72 49h16" className="cover-cross" />
    </>
  ),
  book: (
    <>
      <path d="M80 30q-16-9-36-5v36q20-4 36 5 16-9 36-5V25q-20-4-36 5z" className="cover-paper" />
      <path
        d="M80 30v36M52 34q10-1 20 3M52 43q10-1 20 3M88 37q10-4 20-3M88 46q10-4 20-3"
        className="cover-line"
      />
    </>
  ),
};
