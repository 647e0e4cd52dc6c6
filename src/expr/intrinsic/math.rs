//! `States.MathRandom` and `States.MathAdd`.

use super::integer_argument;
use crate::expr::{JavaRandom, Random};
use serde_json::Value;

/// AWS computes in 32 bits.
fn int(value: i64) -> Result<i32, String> {
    i32::try_from(value).map_err(|_| format!("{value} is outside of the range of 32-bit integers"))
}

pub(super) fn random(arguments: &[Value], random: &mut Random) -> Result<Value, String> {
    let (start, end) = (int(integer_argument(arguments, 0)?)?, int(integer_argument(arguments, 1)?)?);
    if end <= start {
        return Err("The start of the range must be less than its end".to_owned());
    }
    if arguments.len() > 2 {
        let seed = integer_argument(arguments, 2)?;
        let drawn = JavaRandom::new(seed).next_int(end.wrapping_sub(start));
        return Ok(start.wrapping_add(drawn).into());
    }
    Ok(random.integer(start.into(), end.into()).into())
}

pub(super) fn add(arguments: &[Value]) -> Result<Value, String> {
    let (a, b) = (int(integer_argument(arguments, 0)?)?, int(integer_argument(arguments, 1)?)?);
    Ok(int(i64::from(a) + i64::from(b))?.into())
}
