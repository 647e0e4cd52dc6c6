//! Objects that are compressed with ZSTD (RFC 8878).

use super::too_large;
use ruzstd::decoding::StreamingDecoder;
use std::io::Read as _;

/// The content of all frames, one after the other.
pub(super) fn inflate(content: &[u8], most: u64) -> Result<Vec<u8>, String> {
    let broken = |error: &dyn std::fmt::Display| format!("The ZSTD data cannot be read: {error}");
    let mut rest = content;
    let mut inflated = Vec::new();
    while !rest.is_empty() {
        let frame = StreamingDecoder::new(&mut rest).map_err(|error| broken(&error))?;
        let room = most + 1 - inflated.len() as u64;
        frame.take(room).read_to_end(&mut inflated).map_err(|error| broken(&error))?;
        if inflated.len() as u64 > most {
            return Err(too_large(most));
        }
    }
    Ok(inflated)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ruzstd::encoding::{CompressionLevel, compress_to_vec};

    #[test]
    fn frames_follow_each_other_and_stay_within_bounds() {
        let frame = |text: &str| compress_to_vec(text.as_bytes(), CompressionLevel::Fastest);
        let both = [frame("one,"), frame("two")].concat();
        assert_eq!(inflate(&both, 100).unwrap(), b"one,two");
        assert_eq!(inflate(&both, 5), Err(too_large(5)));
        assert!(inflate(&both[..both.len() - 2], 100).unwrap_err().starts_with("The ZSTD data"));
    }
}
