//! Bytes in, UTF-8 text out, or the reason why not.

use super::{Fault, Position};

/// Marks that other encodings put at the start of a file. UTF-32 stands first: its little-endian mark begins
/// like that of UTF-16.
const FOREIGN_MARKS: [(&[u8], &str); 4] = [
    (&[0xff, 0xfe, 0, 0], "UTF-32 (little-endian)"),
    (&[0, 0, 0xfe, 0xff], "UTF-32 (big-endian)"),
    (&[0xff, 0xfe], "UTF-16 (little-endian)"),
    (&[0xfe, 0xff], "UTF-16 (big-endian)"),
];

/// How much of a file is searched for zero bytes, which no text has.
const SNIFFED: usize = 8192;

/// Takes `bytes` as UTF-8; a byte order mark stays in the text, so offsets are those of the file.
///
/// # Errors
/// When they are in another encoding or no text at all; with the place, where there is one.
pub(super) fn decode(bytes: Vec<u8>) -> Result<String, (Fault, Option<Position>)> {
    for (mark, name) in FOREIGN_MARKS {
        if bytes.starts_with(mark) {
            return Err((Fault::Encoding(name), None));
        }
    }
    if bytes.iter().take(SNIFFED).any(|&byte| byte == 0) {
        return Err((Fault::Binary, None));
    }
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let before = String::from_utf8_lossy(&bytes[..offset]);
        let fault = Fault::NotUtf8 {
            byte: bytes[offset],
            offset,
        };
        (fault, Some(Position::end_of(&before)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_windows_1252_letter_is_named_with_its_place() {
        let (fault, position) = decode(b"First line\nGen\xe8ve".to_vec()).unwrap_err();
        assert!(matches!(
            fault,
            Fault::NotUtf8 {
                byte: 0xe8,
                offset: 14
            }
        ));
        assert_eq!(position, Some(Position { line: 2, column: 4 }));
    }

    #[test]
    fn utf_16_and_binaries_are_told_apart() {
        assert!(matches!(
            decode(b"\xff\xfeA\0".to_vec()),
            Err((Fault::Encoding("UTF-16 (little-endian)"), None))
        ));
        assert!(matches!(
            decode(b"PK\x03\x04\0\0".to_vec()),
            Err((Fault::Binary, None))
        ));
    }

    #[test]
    fn a_byte_order_mark_keeps_its_bytes() {
        assert_eq!(decode(b"\xef\xbb\xbf108".to_vec()).unwrap().len(), 6);
    }
}
