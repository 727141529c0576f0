/**
 * Character properties that regular expressions do not support, each as a test for one character. From
 * DerivedBidiClass.txt, DerivedJoiningType.txt and DerivedCombiningClass.txt of Unicode 17. Ranges may include
 * characters that are not allowed in domain names.
 */

/** The inside of a character class, built from hexadecimal code points and ranges. */
const classOf = (ranges: string): string => ranges.replaceAll(/[0-9a-f]+/g, '\\u{$&}').replaceAll(' ', '');
const anyOf = (ranges: string): RegExp => new RegExp(`[${classOf(ranges)}]`, 'u');

const rightToLeftRanges =
  '5be 5c0 5c3 5c6 5d0-5f4 608 60b 60d 61b-64a 66d-66f 671-6d5 6e5-6e6 6ee-6ef 6fa-710 712-72f 74d-7a5 7b1-7ea 7f4-7f5 7fa 7fe-815 81a 824 828 830-858 85e-88f 8a0-8c9 fbb2-fbc2 fe73 10800-1091b 10920-10a00 10a10-10a35 10a40-10ae4 10aeb-10b35 10b40-10d23 10d4a-10d4f 10d6f-10d8f 10e80-10ea9 10ead-10ec7 10f00-10f45 10f51-10f81 10f86-10ff6 1e800-1e8cf 1e922-1e943 1e94b-1ed3d';
const arabicDigitRanges = '660-669 66b-66c 10d30-10d49 10e60-10e7e';

/** Bidi classes R and AL. */
export const rightToLeft = anyOf(rightToLeftRanges);
/** Bidi class AN. */
export const arabicDigit = anyOf(arabicDigitRanges);
/** Bidi class EN. */
export const numberDigit = anyOf('30-39 6f0-6f9 102e1-102fb');
/** The bidi rule applies to a name that contains one of these. */
export const bidiDomain = anyOf(`${rightToLeftRanges} ${arabicDigitRanges}`);

const neutralLetters =
  '30-39 2b9-2ba 2c6-2cf 2ec 660-669 6f0-6f9 2e2f a67f a717-a71f a788 10140-10174 10d30-10d49';
const strongSymbols =
  '482 55a-55f 589 964-965 970 9f4-9fa 9fd a76 af0 b70 b72-b77 bf0-bf2 c77 c7f c84 cbf cc6 d4f d58-d5e d70-d79 df4 e4f e5a-e5b f01-f17 f1a-f1f f2a-f34 f36 f38 f85 fbe-fc5 fc7-fda 104a-104f 109e-109f 10fb 1360-137c 166d-166e 16eb-16ed 1735-1736 17d4-17d6 17d8-17da 19da 1a1e-1a1f 1aa0-1aa6 1aa8-1aad 1b4e-1b4f 1b5a-1b6a 1b74-1b7f 1bfc-1bff 1c3b-1c3f 1c7e-1c7f 1cc0-1cc7 1cd3 214f 2336-237a 2395 26ac 2800-28ff 2d70 3190-3191 3248-327f a4fe-a4ff a6f2-a6f7 a789-a78a a830-a837 a8ce-a8cf a8f8-a8fa a8fc a92e-a92f a95f a9c1-a9cd a9de-a9df aa5c-aa5f aa77-aa79 aade-aadf aaf0-aaf1 ab5b abeb 10100 10102-1013f 1018d-1018e 101d0-101fc 10320-10323 1039f 103d0 1056f 11047-1104d 110bb-110c1 11140-11143 11174-11175 111c5-111c8 111cd 111db 111dd-111f4 11238-1123d 112a9 113d4-113d8 1144b-1144f 1145a-1145d 114c6 115c1-115d7 11641-11643 116b9 1173a-1173f 1183b 118ea-118f2 11944-11946 119e2 11a07-11a08 11a3f-11a46 11a9a-11a9c 11a9e-11aa2 11b00-11b09 11be1 11c3f 11c41-11c45 11c5a-11c71 11ef7-11ef8 11f43-11f4f 11fc0-11fd4 11fff 12470-12474 12ff1-12ff2 16a6e-16a6f 16af5 16b37-16b3f 16b44-16b45 16b5b-16b61 16d6d-16d6f 16e80-16e9a 1bc9c 1bc9f 1cf50-1d15d 1d16a-1d16c 1d183-1d184 1d18c-1d1a9 1d1ae-1d1e8 1d2c0-1d2f3 1d360-1d9ff 1da37-1da3a 1da6d-1da74 1da76-1da83 1da85-1da8b 1e14f 1e5ff 1f150-1f169 1f170-1f1ac 1f1e6-1f1ff';

/** Bidi class L: letters, spacing marks and digits with exceptions, and some symbols. */
export const leftToRight = new RegExp(
  `(?![${classOf(`${rightToLeftRanges} ${neutralLetters}`)}])[\\p{L}\\p{Mc}\\p{Nl}\\p{Nd}${classOf(strongSymbols)}]`,
  'u',
);

/** Canonical_Combining_Class Virama. */
export const virama = anyOf(
  '94d 9cd a4d acd b4d bcd c4d ccd d3b-d3c d4d dca e3a eba f84 1039-103a 1714-1715 1734 17d2 1a60 1b44 1baa-1bab 1bf2-1bf3 2d7f a806 a82c a8c4 a953 a9c0 aaf6 abed 10a3f 11046 11070 1107f 110b9 11133-11134 111c0 11235 112ea 1134d 113ce-113d0 11442 114c2 115bf 1163f 116b6 1172b 11839 1193d-1193e 119e0 11a34 11a47 11a99 11c3f 11d44-11d45 11d97 11f41-11f42 1612f',
);
/** Joining types L and D: joins the following letter. */
export const joinsLeft = anyOf(
  '620 626 628 62a-62e 633-63f 641-647 649-64a 66e-66f 679-687 69a-6bf 6c1-6c2 6cc 6ce 6d0-6d1 6fa-6fc 6ff 712-714 71a-71d 71f-727 729 72b 72d-72e 74e-758 75c-76a 76d-770 772 775-777 77a-77f 7ca-7ea 841-845 848 84a-853 855 860 862-865 868 886 889-88d 88f 8a0-8a9 8af-8b0 8b3-8b8 8ba-8c8 1807 1820-1878 1887-18a8 18aa a840-a872 10ac0-10ac4 10acd 10ad3-10adc 10ade-10ae0 10aeb-10aee 10b80 10b82 10b86-10b88 10b8a-10b8b 10b8d 10b90 10bad-10bae 10d00-10d21 10d23 10ec3-10ec4 10ec6-10ec7 10f30-10f32 10f34-10f44 10f51-10f53 10f70-10f73 10f76-10f81 10fb0 10fb2-10fb3 10fb8 10fbb-10fbc 10fbe-10fbf 10fc1 10fc4 10fca-10fcb 1e900-1e943',
);
/** Joining types R and D: joins the preceding letter. */
export const joinsRight = anyOf(
  '620 622-63f 641-64a 66e-66f 671-673 679-6d3 6d5 6ee-6ef 6fa-6fc 6ff 710 712-72f 74d-77f 7ca-7ea 840-858 860 862-865 867-882 886 889-88f 8a0-8ac 8ae-8c8 1807 1820-1878 1887-18a8 18aa a840-a871 10ac0-10ac5 10ac7 10ac9-10aca 10ace-10ad6 10ad8-10ae1 10ae4 10aeb-10aef 10b80-10b91 10ba9-10bae 10d01-10d23 10ec2-10ec4 10ec6-10ec7 10f30-10f44 10f51-10f54 10f70-10f81 10fb0 10fb2-10fb6 10fb8-10fbf 10fc1-10fc4 10fc9-10fca 1e900-1e943',
);
