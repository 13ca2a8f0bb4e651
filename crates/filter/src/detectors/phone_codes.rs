//! Which country codes there are (ITU-T E.164) and how many digits follow them. It must not know how a number is written.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Country code and the digits after it, fewest and most. Sources: the ITU's list of E.164 country codes and the numbering plans
/// that libphonenumber 9.0 collects.
const CODES: &str = "\
1:10 7:10 20:8-10 27:6-9 30:10 31:9-11 32:8-9 33:9 34:9 36:8-9 39:6-12 40:6-9 41:9 43:6-13 44:9-10 45:8 \
46:7-9 47:8 48:7-9 49:6-15 51:8-9 52:10 53:6-10 54:10-11 55:10-11 56:9 57:8-10 58:10 60:8-10 61:9 62:7-12 \
63:6-10 64:8-10 65:8 66:8-9 81:9-10 82:6-10 84:9-10 86:7-11 90:10 91:10 92:9-10 93:9 94:9 95:6-10 98:6-10 \
211:9 212:9 213:8-9 216:8 218:9 220:7 221:9 222:8 223:8 224:8-9 225:10 226:8 227:8 228:8 229:10 230:7-8 \
231:7-9 232:8 233:9 234:10 235:8 236:8 237:9 238:7 239:7 240:9 241:7-8 242:9 243:7-10 244:9 245:9 246:7 \
247:5 248:7 249:9 250:8-9 251:9 252:6-9 253:8 254:7-9 255:9 256:9 257:8 258:8-9 260:9 261:9 262:9 263:6-10 \
264:8-9 265:7-9 266:8 267:7-8 268:8 269:7 290:4-5 291:7 297:7 298:6 299:6 350:8 351:9 352:6-11 353:7-10 \
354:7-9 355:8-9 356:8 357:8 358:6-10 359:6-9 370:8 371:8 372:7-8 373:8 374:8 375:9 376:6-9 377:8-9 \
378:8-10 380:9 381:7-12 382:8 383:8-12 385:8-9 386:8 387:8-9 389:8 420:9 421:6-9 423:7-9 500:5 501:7 502:8 \
503:8 504:8 505:8 506:8 507:7-8 508:6-9 509:8 590:9 591:8 592:7 593:8-9 594:9 595:7-9 596:9 597:6-7 598:8 \
599:7-8 670:7-8 672:6 673:7 674:7 675:7-8 676:7 677:7 678:7 679:7 680:7 681:6 682:5 683:7 685:6-10 686:8 \
687:6 688:6-7 689:8 690:6-7 691:7 692:7 800:8 808:8 850:8-10 852:8 853:8 855:8-9 856:8-10 870:9-12 878:12 \
880:6-10 881:9-10 882:7-12 883:8-12 886:8-9 888:11 960:7 961:7-8 962:8-9 963:8-9 964:8-10 965:8 966:9 \
967:7-9 968:8 970:8-9 971:8-9 972:8-12 973:8 974:8 975:7-8 976:8-10 977:8-10 979:9 992:9 993:8 994:9 995:9 \
996:9 998:9";

/// Countries whose numbers keep a leading zero after the country code.
const KEEP_ZERO: [&str; 6] = ["39", "225", "229", "241", "242", "378"];

/// Whether digits are a country code with a number that can exist there.
pub(super) fn is_international(digits: &str) -> bool {
    (1..=3).any(|width| {
        let Some((code, national)) = digits.split_at_checked(width) else { return false };
        lengths(code).is_some_and(|(fewest, most)| (fewest..=most).contains(&national.len()))
            && (!national.starts_with('0') || KEEP_ZERO.contains(&code))
            && (code != "1" || is_north_american(national))
    })
}

/// Read once: every number in a text asks for its code.
static LENGTHS: LazyLock<HashMap<&str, (usize, usize)>> = LazyLock::new(|| {
    let read = |entry: &'static str| {
        let (code, lengths) = entry.split_once(':')?;
        let (fewest, most) = lengths.split_once('-').unwrap_or((lengths, lengths));
        Some((code, (fewest.parse().ok()?, most.parse().ok()?)))
    };
    CODES.split(' ').filter_map(read).collect()
});

fn lengths(code: &str) -> Option<(usize, usize)> {
    LENGTHS.get(code).copied()
}

/// Ten digits of the North American plan: neither the area nor the exchange begins with 0 or 1.
pub(super) fn is_north_american(digits: &str) -> bool {
    let starts = |at: usize| digits.as_bytes().get(at).is_some_and(|digit| (b'2'..=b'9').contains(digit));
    digits.len() == 10 && starts(0) && starts(3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn country_codes_and_lengths() {
        for number in ["14155550132", "447700900123", "919845012345", "390612345678", "35361234567"] {
            assert!(is_international(number), "{number}");
        }
        for number in ["11155550132", "4477009001", "440700900123", "9999845012345", "2100000000", "", "1"] {
            assert!(!is_international(number), "{number}");
        }
    }
}
