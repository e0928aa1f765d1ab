/**
 * The characters that papers can print: runs of code points that the fonts of the typesetter have a glyph for, each as the
 * distance from the run before and, after a point, how many more follow, in base 36. A copy of what the fonts say, so that
 * a draft can be read against it without opening thirty megabytes; a test compares the two and prints the right text.
 */
export const printedCharacters =
  "w.2m y.2r d.3 7.1 d.3 o.1 3.1 4.3 3.1 l.5 11 e.1 e.1 t.f s.1 2g g 2i c 2.2 e h.1 l.1 3 3 5 3p.g 2.6 8.o 1k " +
  "f.1r 2 54d.1 2p.2h 7d.1 d.6 2.2 2.2 2.2 3.2 9 2.1 2 4.3 6 5.2 8 z 1h 2.1 1d.1 y 3 2 4.1 5 4 3 b.1 4.1 4 3 7 6 " +
  "11.b 5.b l.9 v.1 b.2 5.1 4 2 2 i.3 c b 2.1 2.6 4 2.2 2 5 3.3 3 2.9 6.3 6 6 2 3 4 k.2 2.3 3.1 3.1 3.1 3.1 b.5 " +
  "3.1 a.4 7 5 q r.1 k m.2 b 6 h.1 3q.1 d.e 2 c.1 20 1p.97 6.2 3.1 5.1 3.1 5.1 2.3 2.5 f.4 9 h.3 2.1 3 5.1 7.1 " +
  "5.3 g h.2 u.f 3.b z t.1 1w h 7 z 2.1 m w.t e b7.1 3u 1n.1 7e.2 j 3f it.1 1x.p 2.2g d.5x r.b 5.1r 2.2d 3.2u " +
  "6.16 2.1e 2.15 2.17 5.z d.1a 2.7f 2.58y 1t.g73 hkx.2h 2.47 2.3d 43.4 lo.9 n.y 2.i 2.3 46.4e 2.t 4.5 3.5 3.5 " +
  "3.2 4.6 2.6 1bma.c 4.2k 4.1o 2c.2 e.17 5.8 8.1 2pm 3g 2.1 o 2 c s 15 2r c 1q 35 7s 1y g 3c 29 5b 1i 36 11 1n n " +
  "26 3a 2r 3d 1r 1f 3j 2d 32 8 p 5j 33 22 3m o 7t 39 j 3t 3n 9 14 5m iq 1o o v 7 2k d p u r e 2e 16 27 2i.1 a1 " +
  "34 31 2a 1o aj 7a 2f fw 5z o t m q a 5 m 15 2b.1 6i 2g 3o ap 4d 7a 3z gs 6i a0 28 6c 89 3y 9.1 2e 3b 7 cd 2p " +
  "bt cr d.1 1d al 2i 4 2.1 2 5 5 5 q 24.1 6 k 3j 3a 1m 1c 7 31.2 d 5h g z 10.1 3n a e 11 p gr dj o.1 12 1s 2 e " +
  "1e 43 12.1 15 9n 5p 23 31 5f 1k g 68 5q k gp 3g 98 4l 2b 6q 12 24 1c 24 3x p 4n 72 6o a 15 1f x 9z 2g b 5p 3r " +
  "10 o 1l 1a de 2o 23 1h 10 1c 1x.1 5z 6q 1k b 5c 9c 8 8 77 c.1 d 5d 49 p 8t 3x 14 c 3 2l l.1 g 1n 1l 3c c r h b " +
  "21 3x 8k.1 20 6 m 5i 52 3v dl 8 1e 31 2n 9t d 2v u 16 1w 1t 1m 1g 17 20 2l 5h 8 22 17 1r 9v 11 8f 2q.2 70 p 18 " +
  "ip.1 z i 1l cr.1 s 2b f 3f l 1b 9s 5v 1b 5s 8f b 9 39 3g 57 19 34 4f 7c 1u 41 1d cc b 35 62 1n 4 21 3r 3z 2l.1 " +
  "4v t 1u z 6e 9y 3 y s.1 1e.1 2r b q 1a 14 1g g 7 2t 3c 1a 2g 8 2 3 3t 1f 2p 3u k 8 8 n 2b g 2a b 1o 5i iw h db " +
  "8v 4w 35 15 1j 5c 52 bw k9 40 1m 14 c 1t 1m n e 45 5 9 1u 9 1v l 2b 3b 47 82 62 4r ca h o 48 8b 7y s 5r 22 6 y " +
  "11m at.1 f.1 51 7n 2r c 3 b 3r c 3 26 3q 8 7 3 k.1 14 3c.1 4 1g d 14.1 9.2 2 2 2x.1 n 1s 2h b 2 7 2 9 h.1 5 6 " +
  "7 2 3 6 l 3 3 e 8 4 6 3 6 e a 9 3 a 4 3 a 3 2 4c en 48 3 q 7 48 9o g 34 1e e8.1 3j x 7f 4 w 3n c s 37 1w 6 3 " +
  "84 c 3 4r 5t 5 9 8 2.2 2 j 8.1 69 3 34 y 1o 64 5 3 i k 3 j 6d c 33 18 3k 4.1 3 7.1 2 4 2 9 4 c.1 9 5 3 3 4 3 2 " +
  "4 1h e.1 e 3s 9 46.1 7 2 3.1 7 3l 2 2.1 f.1 8 5.1 13 1v 2 9 3 4 2a c b 1bl 2lw kx ap 3dm b 6 3 2 8 6 4 7 c 7 c " +
  "g b 6 4.1 c l.1 c 6 6 4 t 8.1 5 4 5 3 f 7 8 4 b 6.1 10 2 11 15 1n e.1 l";
