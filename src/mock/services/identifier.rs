//! Names that services invent: ids, ARNs and times, in the spelling of each service.

use crate::expr::Random;

/// The Region of everything that is simulated.
pub(super) const REGION: &str = "us-east-1";

/// The account of everything that is simulated.
pub(super) const ACCOUNT: &str = "111111111111";

/// `arn:aws:<service>:<region>:<account>:<resource>`, or the resource itself where it is an ARN already.
pub(super) fn arn(service: &str, resource_type: &str, name: &str) -> String {
    if name.starts_with("arn:") {
        return name.to_owned();
    }
    format!("arn:aws:{service}:{REGION}:{ACCOUNT}:{resource_type}{name}")
}

fn drawn(random: &mut Random, alphabet: &str, count: usize) -> String {
    let alphabet: Vec<char> = alphabet.chars().collect();
    (0..count).filter_map(|_| alphabet.get(random.integer(0, alphabet.len() as i64) as usize)).collect()
}

/// Hexadecimal digits in lower case.
pub(super) fn hex(random: &mut Random, count: usize) -> String {
    drawn(random, "0123456789abcdef", count)
}

/// Decimal digits.
pub(super) fn digits(random: &mut Random, count: usize) -> String {
    drawn(random, "0123456789", count)
}

/// Capital letters and digits.
pub(super) fn capitals(random: &mut Random, count: usize) -> String {
    drawn(random, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", count)
}

/// Letters and digits.
pub(super) fn letters(random: &mut Random, count: usize) -> String {
    drawn(random, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", count)
}

/// The id that a service gives to a request: of DynamoDB 52 capitals and digits, of S3 16, else a UUID.
pub(super) fn request_id(service: &str, random: &mut Random) -> String {
    match service {
        "dynamodb" | "DynamoDb" => capitals(random, 52),
        "S3" => capitals(random, 16),
        _ => random.uuid(),
    }
}

/// `Root=…;Parent=…;Sampled=0`, what X-Ray traces a call by; it holds the time in hexadecimal seconds
/// (X-Ray developer guide, "Tracing header").
pub(super) fn trace(random: &mut Random, clock: i64) -> String {
    let seconds = clock.div_euclid(1000);
    format!("Root=1-{seconds:08x}-{};Parent={};Sampled=0", hex(random, 24), hex(random, 16))
}

/// A time as HTTP writes it: `Mon, 18 Mar 2024 12:32:22 GMT` (RFC 9110, section 5.6.7).
pub(super) fn http_date(clock: i64) -> String {
    jiff::Timestamp::from_millisecond(clock)
        .map(|timestamp| timestamp.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string())
        .unwrap_or_default()
}

/// A time as responses of the AWS SDK integration have it.
pub(super) fn sdk_date(clock: i64) -> String {
    crate::asl::timestamp::format(clock)
}

/// The last part of an ARN or path, after `/` and `:`.
pub(super) fn last_part(name: &str) -> &str {
    name.rsplit(['/', ':']).next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn are_spelled_as_aws_spells_them() {
        let mut random = Random::new(1);
        assert_eq!(http_date(1_710_765_142_000), "Mon, 18 Mar 2024 12:32:22 GMT");
        assert!(trace(&mut random, 1_710_765_142_000).starts_with("Root=1-65f83456-"));
        assert_eq!(request_id("dynamodb", &mut random).len(), 52);
        assert_eq!(arn("glue", "job/", "j"), "arn:aws:glue:us-east-1:111111111111:job/j");
        assert_eq!(last_part("arn:aws:ecs:r:a:cluster/c"), "c");
    }
}
