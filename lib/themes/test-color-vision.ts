/** Kinds of colour blindness: no red, no green, no blue cones. */
export type Deficiency = keyof typeof projections;

type Triple = readonly [number, number, number];

/** On linear RGB, at full severity: Machado, Oliveira and Fernandes 2009. */
const projections = {
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
} as const satisfies Record<string, readonly [Triple, Triple, Triple]>;

export const deficiencies = Object.keys(projections) as Deficiency[];

/** CIEDE2000 between two six-digit hex colours, as somebody with that deficiency sees them; null = with none. */
export function seenDifference(one: string, other: string, deficiency: Deficiency | null): number {
  return ciede2000(lab(seen(linear(one), deficiency)), lab(seen(linear(other), deficiency)));
}

function seen(color: Triple, deficiency: Deficiency | null): Triple {
  return deficiency === null ? color : times(projections[deficiency], color, (channel) => Math.min(1, Math.max(0, channel)));
}

function times([first, second, third]: readonly [Triple, Triple, Triple], color: Triple, settle = (value: number) => value): Triple {
  const dot = (row: Triple) => settle(row[0] * color[0] + row[1] * color[1] + row[2] * color[2]);
  return [dot(first), dot(second), dot(third)];
}

function linear(color: string): Triple {
  const channel = (start: number) => {
    const share = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const toXyz = [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]] as const;
const whitePoint = [0.95047, 1, 1.08883] as const;

function lab(color: Triple): Triple {
  const xyz = times(toXyz, color);
  const root = (index: 0 | 1 | 2) => {
    const share = xyz[index] / whitePoint[index];
    return share > 216 / 24389 ? Math.cbrt(share) : ((24389 / 27) * share + 16) / 116;
  };
  return [116 * root(1) - 16, 500 * (root(0) - root(1)), 200 * (root(1) - root(2))];
}

/** Of two L*a*b* colours; names as in Sharma, Wu and Dalal 2005, whose pairs the test checks. */
export function ciede2000([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const chromaMean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 1 + 0.5 * (1 - Math.sqrt(chromaMean ** 7 / (chromaMean ** 7 + 25 ** 7)));
  const [c1, c2] = [Math.hypot(a1 * g, b1), Math.hypot(a2 * g, b2)];
  const [h1, h2] = [hue(a1 * g, b1), hue(a2 * g, b2)];
  const isGrey = c1 * c2 === 0;
  const turn = Math.abs(h1 - h2) > 180 ? 360 * Math.sign(h1 - h2) : 0;
  const hueStep = isGrey ? 0 : h2 - h1 + turn;
  const hueMean = isGrey ? h1 + h2 : turn === 0 ? (h1 + h2) / 2 : (h1 + h2 + (h1 + h2 < 360 ? 360 : -360)) / 2;
  const [lMean, cMean] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const t = 1 - 0.17 * cosine(hueMean - 30) + 0.24 * cosine(2 * hueMean) + 0.32 * cosine(3 * hueMean + 6) - 0.2 * cosine(4 * hueMean - 63);
  const lightness = (l2 - l1) / (1 + (0.015 * (lMean - 50) ** 2) / Math.sqrt(20 + (lMean - 50) ** 2));
  const chroma = (c2 - c1) / (1 + 0.045 * cMean);
  const hueShare = (2 * Math.sqrt(c1 * c2) * Math.sin(radians(hueStep / 2))) / (1 + 0.015 * cMean * t);
  const rotation = -Math.sin(radians(60 * Math.exp(-(((hueMean - 275) / 25) ** 2)))) * 2 * Math.sqrt(cMean ** 7 / (cMean ** 7 + 25 ** 7));
  return Math.sqrt(lightness ** 2 + chroma ** 2 + hueShare ** 2 + rotation * chroma * hueShare);
}

function hue(a: number, b: number): number {
  const degrees = (Math.atan2(b, a) * 180) / Math.PI;
  return degrees < 0 ? degrees + 360 : degrees;
}

function cosine(degrees: number): number {
  return Math.cos(radians(degrees));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
