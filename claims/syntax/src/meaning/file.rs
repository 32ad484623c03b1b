//! The tables of meaning as files: a header, then columns that are read where they lie.
//!
//! Takes the bytes of a file, gives its columns as slices: nothing is copied or parsed. The columns are little-endian
//! and follow one another, those of wider elements first, so each is aligned when the file is.
//!
//! ```text
//! byte 0      magic, 8 letters with the version
//! byte 8      two counts, u32 each
//! byte 16     FNV-1a hash of everything after the header
//! byte 64     the columns
//! ```

use bytemuck::AnyBitPattern;

/// Bytes before the first column.
const HEADER: usize = 64;

/// Bytes on a multiple of eight, so that they can be read as numbers.
#[repr(C, align(8))]
pub(super) struct Aligned<T: ?Sized>(pub(super) T);

/// Why bytes are not a usable table.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TableError {
    /// The file does not begin as the table does, or is of another version.
    #[error("not a {expected} table: it starts with {found:02x?}")]
    Magic {
        /// What it should begin with.
        expected: String,
        /// What it begins with.
        found: Vec<u8>,
    },
    /// The file is longer or shorter than its counts say.
    #[error("the table is damaged: {0} bytes too many or too few")]
    Length(usize),
    /// The bytes do not start on a multiple of eight.
    #[error("the table is not aligned to 8 bytes")]
    Alignment,
    /// The counts in the header cannot be.
    #[error("the table is damaged: impossible counts {0} and {1}")]
    Counts(u32, u32),
}

/// The counts in the header, and the columns behind it.
pub(super) struct File<'b> {
    pub(super) counts: [u32; 2],
    rest: &'b [u8],
}

impl<'b> File<'b> {
    /// Reads the header.
    pub(super) fn open(bytes: &'b [u8], magic: &str) -> Result<Self, TableError> {
        let head = bytes
            .get(..HEADER)
            .filter(|head| head.starts_with(magic.as_bytes()));
        let head = head.ok_or_else(|| TableError::Magic {
            expected: magic.to_owned(),
            found: bytes[..bytes.len().min(magic.len())].to_vec(),
        })?;
        let count =
            |at: usize| u32::from_le_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
        Ok(Self {
            counts: [count(8), count(12)],
            rest: &bytes[HEADER..],
        })
    }

    /// The next column, of `length` elements.
    pub(super) fn column<T: AnyBitPattern>(
        &mut self,
        length: usize,
    ) -> Result<&'b [T], TableError> {
        let size = length.saturating_mul(size_of::<T>());
        let (column, rest) = self
            .rest
            .split_at_checked(size)
            .ok_or(TableError::Length(size - self.rest.len().min(size)))?;
        self.rest = rest;
        bytemuck::try_cast_slice(column).map_err(|_| TableError::Alignment)
    }

    /// Makes sure that no bytes are left.
    pub(super) fn close(self) -> Result<(), TableError> {
        if self.rest.is_empty() {
            Ok(())
        } else {
            Err(TableError::Length(self.rest.len()))
        }
    }
}

/// Whether the columns of a shipped file are those that were written.
#[cfg(test)]
pub(super) fn is_intact(bytes: &[u8]) -> bool {
    let hash = |state: u64, &byte: &u8| (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let found = bytes[HEADER..].iter().fold(0xcbf2_9ce4_8422_2325, hash);
    bytes[16..24] == found.to_le_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(columns: &[u8]) -> Aligned<[u8; 96]> {
        let mut bytes = [0; 96];
        bytes[..8].copy_from_slice(b"CDTEST01");
        bytes[8] = 3;
        bytes[64..64 + columns.len()].copy_from_slice(columns);
        Aligned(bytes)
    }

    #[test]
    fn columns_follow_one_another() {
        let bytes = file(&[7, 0, 0, 0, 9]);
        let mut file = File::open(&bytes.0, "CDTEST01").unwrap();
        assert_eq!(file.counts, [3, 0]);
        assert_eq!(file.column::<u32>(1), Ok(&[7][..]));
        assert_eq!(file.column::<u8>(28).map(|column| column[0]), Ok(9));
        assert_eq!(file.close(), Ok(()));
    }

    #[test]
    fn damage_is_seen() {
        let bytes = file(&[]);
        assert!(matches!(
            File::open(&bytes.0, "CDTEST02"),
            Err(TableError::Magic { .. })
        ));
        assert!(matches!(
            File::open(&bytes.0[..40], "CDTEST01"),
            Err(TableError::Magic { .. })
        ));
        let open = || File::open(&bytes.0, "CDTEST01").unwrap();
        assert_eq!(open().column::<u8>(40).err(), Some(TableError::Length(8)));
        assert!(open().column::<u64>(usize::MAX).is_err());
        assert_eq!(open().close(), Err(TableError::Length(32)));
        let mut shifted = File::open(&bytes.0, "CDTEST01").unwrap();
        shifted.column::<u8>(1).unwrap();
        assert_eq!(shifted.column::<u32>(1), Err(TableError::Alignment));
    }
}
