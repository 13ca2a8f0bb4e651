//! The vectors, one byte a dimension. Must not know words or dates.

use zeroize::Zeroize;

/// No vector, no owner.
pub(crate) const NONE: u32 = u32::MAX;
/// Vectors a block. Blocks never move, so growing leaves no copy of a vector behind and wastes little.
const BLOCK: usize = 1024;

/// Vectors as int8 codes with a scale each: value = code · scale. A memory with several windows chains them.
pub(crate) struct Codes {
    dimensions: usize,
    blocks: Vec<Box<[i8]>>,
    scales: Vec<f32>,
    /// The document slot each vector belongs to, or [`NONE`].
    owners: Vec<u32>,
    /// The next vector of the same document, or [`NONE`].
    next: Vec<u32>,
    free: Vec<u32>,
}

impl Codes {
    pub(crate) fn new(dimensions: usize) -> Self {
        Self {
            dimensions,
            blocks: Vec::new(),
            scales: Vec::new(),
            owners: Vec::new(),
            next: Vec::new(),
            free: Vec::new(),
        }
    }

    /// Whether a vector has the right length, only finite values, and a direction.
    pub(crate) fn fits(&self, vector: &[f32]) -> bool {
        vector.len() == self.dimensions
            && vector.iter().all(|x| x.is_finite())
            && vector.iter().any(|&x| x != 0.0)
    }

    /// Keeps the vectors that fit for `owner`; the first one's place, or [`NONE`].
    pub(crate) fn add(&mut self, owner: u32, vectors: &[Vec<f32>]) -> u32 {
        let mut first = NONE;
        for vector in vectors {
            if !self.fits(vector) {
                continue;
            }
            let at = self.place();
            let scale = largest(vector) / 127.0;
            let codes = self.row_mut(at as usize);
            for (code, x) in codes.iter_mut().zip(vector) {
                *code = (x / scale).round() as i8;
            }
            self.scales[at as usize] = scale;
            self.owners[at as usize] = owner;
            self.next[at as usize] = first;
            first = at;
        }
        first
    }

    /// Zeroes the chain that starts at `first` and frees its places.
    pub(crate) fn remove(&mut self, first: u32) {
        let mut at = first;
        while at != NONE {
            let i = at as usize;
            self.row_mut(i).zeroize();
            self.scales[i] = 0.0;
            self.owners[i] = NONE;
            self.free.push(at);
            at = std::mem::replace(&mut self.next[i], NONE);
        }
    }

    /// Writes each document's best cosine with `query` into `best` (by slot; untouched where there is no vector).
    pub(crate) fn compare(&self, query: &[f32], best: &mut [f32]) {
        // 13 bits a value keep the query exact enough, and 384 · 127 · 8191 stays within 32 bits.
        let steps = 8191.0 / largest(query);
        let query: Vec<i16> = query.iter().map(|x| (x * steps).round() as i16).collect();
        let length = query.iter().map(|&x| f32::from(x) * f32::from(x)).sum::<f32>().sqrt();
        for (number, block) in self.blocks.iter().enumerate() {
            let from = number * BLOCK;
            let to = (from + BLOCK).min(self.owners.len());
            let rows = block.chunks_exact(self.dimensions);
            for ((row, &owner), &scale) in rows.zip(&self.owners[from..to]).zip(&self.scales[from..to]) {
                if owner == NONE {
                    continue;
                }
                let cosine = dot(row, &query) as f32 * scale / length;
                if let Some(score) = best.get_mut(owner as usize) {
                    *score = score.max(cosine);
                }
            }
        }
    }

    fn place(&mut self) -> u32 {
        if let Some(at) = self.free.pop() {
            return at;
        }
        if self.owners.len() == self.blocks.len() * BLOCK {
            self.blocks.push(vec![0; BLOCK * self.dimensions].into_boxed_slice());
        }
        self.scales.push(0.0);
        self.owners.push(NONE);
        self.next.push(NONE);
        (self.owners.len() - 1) as u32
    }

    fn row_mut(&mut self, at: usize) -> &mut [i8] {
        let start = (at % BLOCK) * self.dimensions;
        &mut self.blocks[at / BLOCK][start..start + self.dimensions]
    }

    /// Bytes held.
    pub(crate) fn bytes(&self) -> usize {
        self.blocks.len() * BLOCK * self.dimensions + self.owners.capacity() * 12 + self.free.capacity() * 4
    }

    /// Overwrites and forgets every vector.
    pub(crate) fn clear(&mut self) {
        self.blocks.iter_mut().for_each(|block| block.zeroize());
        self.scales.zeroize();
        *self = Self::new(self.dimensions);
    }
}

fn largest(vector: &[f32]) -> f32 {
    vector.iter().fold(f32::MIN_POSITIVE, |most, x| most.max(x.abs()))
}

/// Lanes of the sum. With so many the compiler uses widening multiply-adds even on the oldest x86-64, a quarter faster
/// than a plain sum.
const LANES: usize = 32;

#[inline]
fn dot(codes: &[i8], query: &[i16]) -> i32 {
    let mut sums = [0_i32; LANES];
    let (codes, queries) = (codes.chunks_exact(LANES), query.chunks_exact(LANES));
    let rest: i32 =
        codes.remainder().iter().zip(queries.remainder()).map(|(&c, &q)| i32::from(c) * i32::from(q)).sum();
    for (codes, queries) in codes.zip(queries) {
        for lane in 0..LANES {
            sums[lane] += i32::from(codes[lane]) * i32::from(queries[lane]);
        }
    }
    sums.iter().sum::<i32>() + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cosines(codes: &Codes, query: &[f32], slots: usize) -> Vec<f32> {
        let mut best = vec![-2.0; slots];
        codes.compare(query, &mut best);
        best
    }

    #[test]
    fn best_window_counts_and_codes_are_close() {
        let mut codes = Codes::new(3);
        let first = codes.add(1, &[vec![1.0, 0.0, 0.0], vec![0.6, 0.8, 0.0]]);
        assert_ne!(first, NONE);
        let best = cosines(&codes, &[0.0, 1.0, 0.0], 3);
        assert!((best[1] - 0.8).abs() < 0.01, "{best:?}");
        assert_eq!((best[0], best[2]), (-2.0, -2.0));
    }

    #[test]
    fn removed_vectors_are_zero_and_reused() {
        let mut codes = Codes::new(2);
        let first = codes.add(0, &[vec![1.0, 0.0], vec![0.0, 1.0]]);
        codes.remove(first);
        assert!(codes.blocks.iter().all(|block| block.iter().all(|&b| b == 0)));
        assert_eq!(cosines(&codes, &[1.0, 0.0], 1), [-2.0]);
        codes.add(5, &[vec![1.0, 0.0]]);
        assert_eq!(codes.owners.len(), 2);
    }

    #[test]
    fn vectors_that_do_not_fit_are_left_out() {
        let mut codes = Codes::new(2);
        assert_eq!(
            codes.add(0, &[vec![1.0], vec![f32::NAN, 0.0], vec![0.0, 0.0], vec![1.0, 0.0, 0.0]]),
            NONE
        );
        assert!(codes.owners.is_empty());
    }
}
