//! The vectors: a sign a dimension to look through all of them, a byte a dimension to compare the best. Must not know words
//! or dates.

use std::collections::HashMap;

use zeroize::Zeroize;

use crate::bytes::{Reader, Writer};
use crate::lanes::{COSINE_STEPS, LANES, NO_COSINE, PLANES, Planes, dot, estimate};

/// No row.
const NONE: u32 = u32::MAX;
/// Rows a block. Blocks never move, so growing leaves no copy of a vector behind and wastes little.
const BLOCK: usize = 1024;
/// Blocks from which on a second thread takes half: looking through fewer takes little longer than starting one.
const HALF_FOR_A_THREAD: usize = 128;

/// The vectors of all memories. A memory's first window lies in the row of its slot, so that cosines come out by slot;
/// further windows lie elsewhere and name their owner.
pub(crate) struct Codes {
    dimensions: usize,
    first: Rows,
    further: Rows,
    /// The slot that each further row belongs to, or [`NONE`].
    owners: Vec<u32>,
    /// The next further row of the same slot, or [`NONE`].
    next: Vec<u32>,
    /// Where a slot's further rows begin.
    chains: HashMap<u32, u32>,
    free: Vec<u32>,
}

/// A question's vector, in the two forms that rows are compared with.
pub(crate) struct Asked {
    planes: Planes,
    values: Vec<i16>,
    /// Makes a scalar product with `values` a cosine in steps.
    per_product: f32,
}

impl Codes {
    pub(crate) fn new(dimensions: usize) -> Self {
        Self {
            dimensions,
            first: Rows::new(dimensions),
            further: Rows::new(dimensions),
            owners: Vec::new(),
            next: Vec::new(),
            chains: HashMap::new(),
            free: Vec::new(),
        }
    }

    /// Whether a vector has the right length, only finite values, and a direction.
    pub(crate) fn fits(&self, vector: &[f32]) -> bool {
        vector.len() == self.dimensions
            && vector.iter().all(|x| x.is_finite())
            && vector.iter().any(|&x| x != 0.0)
    }

    /// Keeps the vectors that fit for `slot`, which has none; false if none fits.
    pub(crate) fn add(&mut self, slot: u32, vectors: &[Vec<f32>]) -> bool {
        vectors.iter().filter(|vector| self.add_one(slot, vector)).count() > 0
    }

    /// Keeps one more vector for `slot`; false if it does not fit.
    pub(crate) fn add_one(&mut self, slot: u32, vector: &[f32]) -> bool {
        let fits = self.fits(vector);
        if fits {
            let (rows, row) = self.row_for(slot);
            rows.set(row, vector);
        }
        fits
    }

    /// Keeps vectors that were [written](Self::write), each in bytes of its own.
    pub(crate) fn restore<'b>(&mut self, slot: u32, windows: impl Iterator<Item = &'b [u8]>) {
        for window in windows {
            let (rows, row) = self.row_for(slot);
            rows.restore(row, window);
        }
    }

    /// Writes how many vectors `slot` has, and each: scale, factor, signs, codes.
    pub(crate) fn write(&self, slot: u32, to: &mut Writer) {
        let mut further = Vec::new();
        let mut row = self.chains.get(&slot).copied().unwrap_or(NONE);
        while row != NONE {
            further.push(row);
            row = self.next[row as usize];
        }
        let first = self.has(slot);
        to.number(usize::from(first) + further.len());
        if first {
            self.first.write(slot as usize, to);
        }
        // The newest stands first in the chain: written the other way round it comes back as it is.
        further.iter().rev().for_each(|&row| self.further.write(row as usize, to));
    }

    pub(crate) fn dimensions(&self) -> usize {
        self.dimensions
    }

    /// Where the next vector of `slot` goes.
    fn row_for(&mut self, slot: u32) -> (&mut Rows, usize) {
        if !self.first.is_set(slot as usize) {
            return (&mut self.first, slot as usize);
        }
        let row = self.further_row();
        self.owners[row as usize] = slot;
        self.next[row as usize] = self.chains.insert(slot, row).unwrap_or(NONE);
        (&mut self.further, row as usize)
    }

    /// Overwrites the vectors of `slot`.
    pub(crate) fn remove(&mut self, slot: u32) {
        self.first.unset(slot as usize);
        let mut row = self.chains.remove(&slot).unwrap_or(NONE);
        while row != NONE {
            let at = row as usize;
            self.further.unset(at);
            self.owners[at] = NONE;
            self.free.push(row);
            row = std::mem::replace(&mut self.next[at], NONE);
        }
    }

    /// Whether `slot` has a vector.
    pub(crate) fn has(&self, slot: u32) -> bool {
        self.first.is_set(slot as usize)
    }

    /// A question that fits, ready to be compared.
    pub(crate) fn asked(&self, vector: &[f32]) -> Asked {
        // 13 bits a value keep the question exact enough, and 384 · 127 · 8191 stays within 32 bits.
        let steps = 8191.0 / largest(vector);
        let values: Vec<i16> = vector.iter().map(|x| (x * steps).round() as i16).collect();
        let length = values.iter().map(|&x| f32::from(x) * f32::from(x)).sum::<f32>().sqrt();
        Asked { planes: planes(vector), values, per_product: COSINE_STEPS / length }
    }

    /// Estimates the cosine of each slot's best window, by slot, in steps; [`NO_COSINE`] where there is no vector.
    pub(crate) fn estimate(&self, asked: &Asked, cosines: &mut [i16]) {
        let rows = cosines.len().min(self.first.blocks.len() * BLOCK);
        cosines[rows..].fill(NO_COSINE);
        let all = |blocks: &[Block], cosines: &mut [i16]| {
            for (block, cosines) in blocks.iter().zip(cosines.chunks_mut(BLOCK)) {
                estimate(&block.signs, &block.factors, &asked.planes, cosines);
            }
        };
        let half = self.first.blocks.len() / 2;
        if half >= HALF_FOR_A_THREAD
            && std::thread::available_parallelism().is_ok_and(|cores| cores.get() > 1)
        {
            let (blocks, other_blocks) = self.first.blocks.split_at(half);
            let (cosines, other_cosines) = cosines.split_at_mut(half * BLOCK);
            std::thread::scope(|scope| {
                scope.spawn(|| all(other_blocks, other_cosines));
                all(blocks, cosines);
            });
        } else {
            all(&self.first.blocks, cosines);
        }
        let mut found = [NO_COSINE; BLOCK];
        for (block, owners) in self.further.blocks.iter().zip(self.owners.chunks(BLOCK)) {
            estimate(&block.signs, &block.factors, &asked.planes, &mut found);
            for (&cosine, &owner) in found.iter().zip(owners) {
                if let Some(best) = cosines.get_mut(owner as usize) {
                    *best = cosine.max(*best);
                }
            }
        }
        found.fill(NO_COSINE);
    }

    /// The cosine of a slot's best window, from its bytes, in steps.
    pub(crate) fn cosine(&self, asked: &Asked, slot: u32) -> i16 {
        let mut best = self.first.cosine(asked, slot as usize);
        if self.owners.is_empty() {
            return best;
        }
        let mut row = self.chains.get(&slot).copied().unwrap_or(NONE);
        while row != NONE {
            best = best.max(self.further.cosine(asked, row as usize));
            row = self.next[row as usize];
        }
        best
    }

    fn further_row(&mut self) -> u32 {
        if let Some(row) = self.free.pop() {
            return row;
        }
        self.owners.push(NONE);
        self.next.push(NONE);
        (self.owners.len() - 1) as u32
    }

    /// Bytes held.
    pub(crate) fn bytes(&self) -> usize {
        self.first.bytes()
            + self.further.bytes()
            + (self.owners.capacity() + self.next.capacity() + self.free.capacity()) * 4
            + self.chains.capacity() * 9
    }

    #[cfg(test)]
    pub(crate) fn is_blank(&self) -> bool {
        let zero = |block: &Block| {
            block.codes.iter().all(|&code| code == 0)
                && block.signs.iter().all(|&signs| signs == 0)
                && block.scales.iter().chain(&block.factors).all(|&value| value == 0.0)
        };
        self.first.blocks.iter().chain(&self.further.blocks).all(zero)
            && self.chains.is_empty()
            && self.owners.iter().chain(&self.next).all(|&number| number == NONE)
    }

    /// Overwrites and forgets every vector.
    pub(crate) fn clear(&mut self) {
        self.first.clear();
        self.further.clear();
        *self = Self::new(self.dimensions);
    }
}

/// Vectors by number.
struct Rows {
    dimensions: usize,
    blocks: Vec<Block>,
}

/// A block's vectors. Value = code · scale, or, from the signs alone, ± factor; both 0 where there is no vector.
struct Block {
    signs: Box<[u64]>,
    factors: Box<[f32]>,
    codes: Box<[i8]>,
    scales: Box<[f32]>,
}

impl Rows {
    fn new(dimensions: usize) -> Self {
        Self { dimensions, blocks: Vec::new() }
    }

    /// The row's block, made if it is new, and its place there.
    fn block_of(&mut self, row: usize) -> (&mut Block, usize) {
        while self.blocks.len() <= row / BLOCK {
            self.blocks.push(Block {
                signs: vec![0; BLOCK * words(self.dimensions)].into(),
                factors: vec![0.0; BLOCK].into(),
                codes: vec![0; BLOCK * self.dimensions].into(),
                scales: vec![0.0; BLOCK].into(),
            });
        }
        (&mut self.blocks[row / BLOCK], row % BLOCK)
    }

    fn restore(&mut self, row: usize, window: &[u8]) {
        let (dimensions, count) = (self.dimensions, words(self.dimensions));
        let (block, at) = self.block_of(row);
        let mut from = Reader::new(window);
        block.scales[at] = from.f32().unwrap_or_default();
        block.factors[at] = from.f32().unwrap_or_default();
        for number in 0..count {
            let signs = from.array().map_or(0, |bytes| u64::from_le_bytes(*bytes));
            block.signs[sign_place(at, number, count)] = signs;
        }
        let codes = from.take(dimensions).unwrap_or_default();
        for (code, byte) in block.codes[at * dimensions..(at + 1) * dimensions].iter_mut().zip(codes) {
            *code = *byte as i8;
        }
    }

    fn write(&self, row: usize, to: &mut Writer) {
        let (block, at) = (&self.blocks[row / BLOCK], row % BLOCK);
        to.bytes(&block.scales[at].to_le_bytes());
        to.bytes(&block.factors[at].to_le_bytes());
        for number in 0..words(self.dimensions) {
            to.bytes(&block.signs[sign_place(at, number, words(self.dimensions))].to_le_bytes());
        }
        let codes = &block.codes[at * self.dimensions..(at + 1) * self.dimensions];
        codes.iter().for_each(|code| to.bytes(&code.to_le_bytes()));
    }

    fn set(&mut self, row: usize, vector: &[f32]) {
        let (dimensions, sign_words) = (self.dimensions, words(self.dimensions));
        let (block, at) = self.block_of(row);
        let scale = largest(vector) / 127.0;
        let codes = &mut block.codes[at * dimensions..(at + 1) * dimensions];
        for (code, x) in codes.iter_mut().zip(vector) {
            let steps = x / scale;
            // Half a step away from zero: `round` is a call a value on processors that the compiler may not count on.
            *code = (steps + 0.5_f32.copysign(steps)) as i8;
        }
        block.scales[at] = scale;
        // The best multiple of the signs, so that the vector's own scalar product with itself comes out right.
        let (sum, squares) =
            vector.iter().fold((0.0, 0.0), |(sum, squares), x| (sum + x.abs(), squares + x * x));
        block.factors[at] = (squares / sum).max(f32::MIN_POSITIVE);
        for (number, values) in vector.chunks(64).enumerate() {
            block.signs[sign_place(at, number, sign_words)] = packed(values);
        }
    }

    fn unset(&mut self, row: usize) {
        let Some(block) = self.blocks.get_mut(row / BLOCK) else { return };
        let at = row % BLOCK;
        block.codes[at * self.dimensions..(at + 1) * self.dimensions].zeroize();
        for number in 0..words(self.dimensions) {
            block.signs[sign_place(at, number, words(self.dimensions))].zeroize();
        }
        block.scales[at].zeroize();
        block.factors[at].zeroize();
    }

    fn is_set(&self, row: usize) -> bool {
        self.blocks.get(row / BLOCK).is_some_and(|block| block.scales[row % BLOCK] > 0.0)
    }

    fn cosine(&self, asked: &Asked, row: usize) -> i16 {
        let Some(block) = self.blocks.get(row / BLOCK) else { return NO_COSINE };
        let at = row % BLOCK;
        if block.scales[at] == 0.0 {
            return NO_COSINE;
        }
        let codes = &block.codes[at * self.dimensions..(at + 1) * self.dimensions];
        let product = dot(codes, &asked.values) as f32;
        (product * block.scales[at] * asked.per_product).round().clamp(-32_767.0, 32_767.0) as i16
    }

    fn bytes(&self) -> usize {
        self.blocks.len() * BLOCK * (self.dimensions + words(self.dimensions) * 8 + 8)
    }

    fn clear(&mut self) {
        for block in &mut self.blocks {
            block.signs.zeroize();
            block.factors.zeroize();
            block.codes.zeroize();
            block.scales.zeroize();
        }
        self.blocks.clear();
    }
}

/// Words of 64 signs in a vector.
fn words(dimensions: usize) -> usize {
    dimensions.div_ceil(64)
}

/// Where word `number` of a row's signs lies: beside the same word of its neighbours.
fn sign_place(row: usize, number: usize, words: usize) -> usize {
    (row / LANES * words + number) * LANES + row % LANES
}

fn packed(values: &[f32]) -> u64 {
    values.iter().enumerate().fold(0, |bits, (at, &x)| bits | (u64::from(x > 0.0) << at))
}

/// Rounds a question to [`PLANES`] bits a value; what is far from the middle counts as the outermost step.
fn planes(vector: &[f32]) -> Planes {
    const LEVELS: i32 = 1 << PLANES;
    let deviation = (vector.iter().map(|x| x * x).sum::<f32>() / vector.len() as f32).sqrt();
    let width = largest(vector).min(deviation * 2.7) / (LEVELS / 2) as f32;
    let mut bits = vec![[0_u64; PLANES]; words(vector.len())];
    let (mut product, mut squares) = (0.0, 0.0);
    for (at, &x) in vector.iter().enumerate() {
        let level = ((x / width).floor() as i32 + LEVELS / 2).clamp(0, LEVELS - 1);
        let value = (2 * level - LEVELS + 1) as f32;
        product += value * x;
        squares += x * x;
        for (plane, bits) in bits[at / 64].iter_mut().enumerate() {
            *bits |= u64::from(level >> (PLANES - 1 - plane) & 1 == 1) << (at % 64);
        }
    }
    // Divided by the length, a scalar product is a cosine.
    Planes { bits, step: squares.sqrt() / product, most: (LEVELS - 1) * vector.len() as i32 }
}

fn largest(vector: &[f32]) -> f32 {
    vector.iter().fold(f32::MIN_POSITIVE, |most, x| most.max(x.abs()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cosines(codes: &Codes, query: &[f32], slots: u32) -> Vec<f32> {
        let asked = codes.asked(query);
        (0..slots).map(|slot| f32::from(codes.cosine(&asked, slot)) / COSINE_STEPS).collect()
    }

    fn estimates(codes: &Codes, query: &[f32], slots: usize) -> Vec<f32> {
        let mut cosines = vec![0; slots];
        codes.estimate(&codes.asked(query), &mut cosines);
        cosines.into_iter().map(|cosine| f32::from(cosine) / COSINE_STEPS).collect()
    }

    /// Pseudo-random vectors of unit length.
    fn vector(seed: u32, dimensions: usize) -> Vec<f32> {
        let mut state = seed.wrapping_mul(2_654_435_761).wrapping_add(1);
        let values: Vec<f32> = (0..dimensions)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 8) as f32 / (1 << 23) as f32 - 1.0
            })
            .collect();
        let length = values.iter().map(|x| x * x).sum::<f32>().sqrt();
        values.into_iter().map(|x| x / length).collect()
    }

    #[test]
    fn best_window_counts_and_codes_are_close() {
        let mut codes = Codes::new(3);
        assert!(codes.add(1, &[vec![1.0, 0.0, 0.0], vec![0.6, 0.8, 0.0]]));
        let best = cosines(&codes, &[0.0, 1.0, 0.0], 3);
        assert!((best[1] - 0.8).abs() < 0.01, "{best:?}");
        assert_eq!((best[0], best[2]), (-2.0, -2.0));
        assert!(codes.has(1) && !codes.has(0) && !codes.has(5000));
    }

    #[test]
    fn estimates_are_near_the_cosines() {
        for dimensions in [100, 384] {
            let mut codes = Codes::new(dimensions);
            let rows: Vec<_> = (0..40).map(|seed| vector(seed, dimensions)).collect();
            for (slot, row) in rows.iter().enumerate().filter(|(slot, _)| *slot != 3) {
                let windows = [row.clone(), rows[(slot + 1) % 40].clone()];
                assert!(codes.add(slot as u32, &windows[..1 + slot % 2]));
            }
            let asked: Vec<f32> = vector(7, dimensions).iter().zip(&rows[9]).map(|(a, b)| a + b).collect();
            let (exact, near) = (cosines(&codes, &asked, 41), estimates(&codes, &asked, 41));
            for (slot, (exact, near)) in exact.iter().zip(&near).enumerate() {
                assert!((exact - near).abs() < 1.6 / (dimensions as f32).sqrt(), "{slot}: {exact} {near}");
            }
            assert_eq!((near[3], exact[3], near[40]), (-2.0, -2.0, -2.0));
        }
    }

    #[test]
    fn removed_vectors_are_zero_and_reused() {
        let mut codes = Codes::new(2);
        assert!(codes.add(0, &[vec![1.0, 0.1], vec![0.1, 1.0], vec![0.5, 0.5]]));
        codes.remove(0);
        assert!(codes.is_blank());
        assert_eq!(cosines(&codes, &[1.0, 0.0], 1), [-2.0]);
        assert!(codes.add(5, &[vec![1.0, 0.0], vec![1.0, 0.0]]));
        assert_eq!(codes.owners.len(), 2);
    }

    #[test]
    fn vectors_that_do_not_fit_are_left_out() {
        let mut codes = Codes::new(2);
        assert!(!codes.add(0, &[vec![1.0], vec![f32::NAN, 0.0], vec![0.0, 0.0], vec![1.0, 0.0, 0.0]]));
        assert!(codes.first.blocks.is_empty() && codes.further.blocks.is_empty());
    }
}
