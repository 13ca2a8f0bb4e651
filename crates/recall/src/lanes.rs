//! The loops that a search spends its time in, compiled for several generations of processors; the best that this one
//! understands is chosen at the first call, and any other takes the plain form. Must not know what the numbers mean.

use multiversion::multiversion;

/// Vectors whose signs lie side by side, one in each lane of a register.
pub(crate) const LANES: usize = 8;
/// Bits that each value of a question is rounded to.
pub(crate) const PLANES: usize = 3;
/// Stands for a memory without a vector; less than any cosine.
pub(crate) const NO_COSINE: i16 = i16::MIN;
/// Steps of 1 in a cosine.
pub(crate) const COSINE_STEPS: f32 = 16_384.0;

/// A question's values as sums of signs: each is nearly Σ ± 2^(PLANES − 1 − p) · `step`, the sign being bit p's. The scalar
/// product with a vector of signs is then counting the bits that differ. After Gao and Long, "RaBitQ: Quantizing
/// High-Dimensional Vectors with a Theoretical Error Bound" (2024), <https://doi.org/10.1145/3654970>, without its rotation.
pub(crate) struct Planes {
    /// For each 64 dimensions the planes, the heaviest first.
    pub(crate) bits: Vec<[u64; PLANES]>,
    pub(crate) step: f32,
    /// What a scalar product would be if no bit differed, in steps.
    pub(crate) most: i32,
}

/// Estimates the cosine of every row of a block. `signs` holds `LANES` rows after `LANES` rows, 64 dimensions after 64;
/// `factors` makes a row's signs a vector again, 0 where there is none.
#[multiversion(targets(
    "x86_64+avx2+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq",
    "x86_64+avx2+popcnt",
    "x86_64+popcnt"
))]
pub(crate) fn estimate(signs: &[u64], factors: &[f32], planes: &Planes, cosines: &mut [i16]) {
    let per_row = planes.bits.len();
    let step = planes.step * COSINE_STEPS;
    let groups = signs.chunks_exact(per_row * LANES).zip(factors.chunks_exact(LANES));
    for ((signs, factors), cosines) in groups.zip(cosines.chunks_mut(LANES)) {
        let mut differing = [0_u64; LANES];
        for (signs, bits) in signs.chunks_exact(LANES).zip(&planes.bits) {
            for lane in 0..LANES {
                let mut sum = 0_u64;
                for &bits in bits {
                    sum = sum * 2 + u64::from((signs[lane] ^ bits).count_ones());
                }
                differing[lane] += sum;
            }
        }
        let mut found = [0_i16; LANES];
        for lane in 0..LANES {
            let product = (planes.most - 2 * differing[lane] as i32) as f32;
            let cosine = rounded((product * step * factors[lane]).clamp(-32_767.0, 32_767.0));
            found[lane] = if factors[lane] == 0.0 { NO_COSINE } else { cosine };
        }
        let rows = cosines.len();
        cosines.copy_from_slice(&found[..rows]);
    }
}

/// The nearest integer of a value between ±32,767. Added to 1.5 · 2^23, it stands in the lowest bits; a cast that minds
/// other values would be done one by one.
#[inline(always)]
fn rounded(value: f32) -> i16 {
    (value + 12_582_912.0).to_bits() as i16
}

/// The scalar product of a row's codes and a question.
#[multiversion(targets("x86_64+avx2+avx512f+avx512bw+avx512vl", "x86_64+avx2"))]
pub(crate) fn dot(codes: &[i8], query: &[i16]) -> i32 {
    // With so many sums the compiler uses widening multiply-adds, even on the oldest x86-64.
    const SUMS: usize = 32;
    let mut sums = [0_i32; SUMS];
    let (codes, queries) = (codes.chunks_exact(SUMS), query.chunks_exact(SUMS));
    let rest: i32 =
        codes.remainder().iter().zip(queries.remainder()).map(|(&c, &q)| i32::from(c) * i32::from(q)).sum();
    for (codes, queries) in codes.zip(queries) {
        for at in 0..SUMS {
            sums[at] += i32::from(codes[at]) * i32::from(queries[at]);
        }
    }
    sums.iter().sum::<i32>() + rest
}

/// How many cosines pass, their sum and the sum of their squares: integers, so that the order of the rows does not matter.
#[multiversion(targets("x86_64+avx2+avx512f+avx512bw+avx512dq+avx512vl", "x86_64+avx2"))]
pub(crate) fn moments(cosines: &[i16], passing: &[bool]) -> (u32, i64, i64) {
    let (mut count, mut sum, mut squares) = (0_u32, 0_i64, 0_i64);
    // Sums of so few fit 32 bits (squares of 2^15 are 2^30).
    const FEW: usize = 1024;
    for (cosines, passing) in cosines.chunks(FEW).zip(passing.chunks(FEW)) {
        let (mut few, mut few_sum, mut few_squares) = (0_u32, 0_i32, 0_u64);
        for (&cosine, &pass) in cosines.iter().zip(passing) {
            let counted = pass & (cosine != NO_COSINE);
            let cosine = if counted { i32::from(cosine) } else { 0 };
            few += u32::from(counted);
            few_sum += cosine;
            few_squares += u64::from((cosine * cosine) as u32);
        }
        count += few;
        sum += i64::from(few_sum);
        squares += few_squares as i64;
    }
    (count, sum, squares)
}

/// The largest value that passes, at least 0.
#[multiversion(targets("x86_64+avx2+avx512f+avx512bw+avx512dq+avx512vl", "x86_64+avx2"))]
pub(crate) fn largest_passing(values: &[f32], passing: &[bool]) -> f32 {
    const SIDE: usize = 32;
    let mut best = [0.0_f32; SIDE];
    for (values, passing) in values.chunks(SIDE).zip(passing.chunks(SIDE)) {
        for ((best, &value), &pass) in best.iter_mut().zip(values).zip(passing) {
            let counted = if pass { value } else { 0.0 };
            *best = if counted > *best { counted } else { *best };
        }
    }
    best.into_iter().fold(0.0, f32::max)
}

/// How what a memory means and the words in it become one score.
#[derive(Clone, Copy)]
pub(crate) struct Sum {
    pub(crate) mean: f32,
    pub(crate) per_step: f32,
    pub(crate) least: f32,
    pub(crate) per_word: f32,
}

impl Sum {
    /// The score of one memory; one that waits for its vector is taken to mean what memories mean on average.
    #[inline(always)]
    pub(crate) fn of(self, cosine: i16, words: f32) -> f32 {
        let near = ((f32::from(cosine) - self.mean) * self.per_step).max(self.least);
        (if cosine == NO_COSINE { 0.0 } else { near }) + self.per_word * words
    }
}

/// Memories that are scored at a time.
pub(crate) const SCORED: usize = 64;

/// Scores up to [`SCORED`] memories and tells which pass and reach `least`, a bit each.
#[multiversion(targets("x86_64+avx2+avx512f+avx512bw+avx512dq+avx512vl", "x86_64+avx2"))]
pub(crate) fn reaching(
    cosines: &[i16],
    words: &[f32],
    dates: &[f32],
    passing: &[bool],
    sum: Sum,
    least: f32,
    scores: &mut [f32; SCORED],
) -> u64 {
    let mut any = false;
    let parts = scores.iter_mut().zip(cosines).zip(words).zip(dates).zip(passing);
    for ((((score, &cosine), &words), &date), &pass) in parts {
        *score = if pass { sum.of(cosine, words) + date } else { f32::NEG_INFINITY };
        any |= *score >= least;
    }
    if !any {
        return 0;
    }
    let mut reached = 0;
    for at in 0..cosines.len().min(SCORED) {
        reached |= u64::from(passing[at] && scores[at] >= least) << at;
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_leave_out_what_does_not_pass() {
        let mut cosines = vec![-3_i16; 3000];
        cosines[7] = NO_COSINE;
        cosines[8] = i16::MAX;
        let mut passing = vec![true; 3000];
        passing[8] = false;
        assert_eq!(moments(&cosines, &passing), (2998, -3 * 2998, 9 * 2998));
    }

    #[test]
    fn what_does_not_pass_reaches_nothing() {
        let sum = Sum { mean: 0.0, per_step: 1.0, least: -9.0, per_word: 2.0 };
        let mut scores = [0.0; SCORED];
        let reached = reaching(
            &[5, 5, 1, NO_COSINE],
            &[0.0, 0.0, 0.0, 2.0],
            &[0.0; 4],
            &[true, false, true, true],
            sum,
            3.0,
            &mut scores,
        );
        assert_eq!((reached, scores[3]), (0b1001, 4.0));
    }
}
