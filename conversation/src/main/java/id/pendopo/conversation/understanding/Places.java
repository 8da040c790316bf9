package id.pendopo.conversation.understanding;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Extracts the place in a complaint (named-entity recognition by patterns): "jalan rusak dpn sd 3" has "dpn sd 3".
 * Errs on the side of finding none.
 */
public final class Places {

    private static final int LONGEST = 8;

    private static final Set<String> STARTS = Set.of(
            "di",
            "depan",
            "dpn",
            "didepan",
            "dekat",
            "dkt",
            "deket",
            "samping",
            "sebelah",
            "belakang",
            "seberang",
            "jl",
            "jln",
            "gang",
            "gg",
            "desa",
            "dusun",
            "kelurahan",
            "kel",
            "kecamatan",
            "kec",
            "kampung",
            "perempatan",
            "pertigaan",
            "simpang",
            "komplek",
            "perumahan",
            "near",
            "at",
            "on",
            "opposite",
            "behind");

    /** Streets are written with a capital: "Jalan Melati", but "jalan rusak". */
    private static final Set<String> NAMED = Set.of("Jalan", "Pasar", "Jembatan", "Terminal", "RT", "RW", "Km");

    private static final Set<String> ENDS = Set.of(
            "sudah",
            "udah",
            "sdh",
            "udh",
            "sejak",
            "dari",
            "tolong",
            "tlg",
            "mohon",
            "mhn",
            "yang",
            "yg",
            "ada",
            "sama",
            "mau",
            "makin",
            "pada",
            "mulai",
            "hampir",
            "takut",
            "kena",
            "jadi",
            "habis",
            "cuma",
            "dengan",
            "tadi",
            "kemarin",
            "kmrn",
            "semalam",
            "banyak",
            "tidak",
            "tdk",
            "gak",
            "ga",
            "belum",
            "blm",
            "sampai",
            "sampe",
            "dan",
            "karena",
            "krn",
            "selama",
            "kapan",
            "has",
            "have",
            "is",
            "are",
            "since",
            "please",
            "for",
            "and",
            "bikin",
            "lama",
            "terus",
            "selalu",
            "sering",
            "dong",
            "min",
            "kak",
            "pak",
            "bu",
            "itu",
            "ini",
            "nih",
            "lagi",
            "because",
            "tapi",
            "tp",
            "tetapi",
            "bukan",
            "melainkan",
            "salah",
            "but",
            "not");

    private static final Set<String> NOT_A_PLACE = Set.of(
            "perbaiki",
            "benerin",
            "betulkan",
            "tindak",
            "tindaklanjuti",
            "urus",
            "proses",
            "bantu",
            "sini",
            "sana",
            "mana",
            "all",
            "least",
            "time",
            "monday",
            "sunday",
            "saya",
            "atas",
            "bawah",
            "tanggapi",
            "kasih",
            "tutup");

    /** Words that everybody's place has: "rumah saya" tells an agent nothing. */
    private static final Set<String> ANYWHERE = Set.of(
            "di",
            "depan",
            "dpn",
            "dekat",
            "dkt",
            "samping",
            "sebelah",
            "belakang",
            "rumah",
            "rmh",
            "saya",
            "sy",
            "kami",
            "kita",
            "aku",
            "ku",
            "tempat",
            "kampung",
            "tetangga",
            "jalan",
            "my",
            "our",
            "house",
            "home",
            "street",
            "in",
            "front",
            "of",
            "near",
            "the",
            "at",
            "on");

    private Places() {}

    /** The place in the citizen's words, or empty. */
    public static Optional<String> in(String text) {
        List<String> words = List.of(text.strip().split("\\s+"));
        for (int start = 0; start < words.size(); start++) {
            if (starts(words, start)) {
                String place = from(words, start);
                if (tells(place)) {
                    return Optional.of(place);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean tells(String place) {
        return place.chars().filter(Character::isLetterOrDigit).count() >= 5
                && List.of(place.split(" ")).stream().map(Damage::bare).anyMatch(word -> !ANYWHERE.contains(word));
    }

    private static boolean starts(List<String> words, int at) {
        if (at + 1 >= words.size() || (at > 0 && words.get(at - 1).endsWith("?"))) {
            return false;
        }
        String word = Damage.bare(words.get(at));
        String next = Damage.bare(words.get(at + 1));
        boolean named = NAMED.contains(words.get(at))
                && Character.isUpperCase(words.get(at + 1).charAt(0));
        boolean front = word.equals("in") && next.equals("front");
        return (STARTS.contains(word) || named || front) && !NOT_A_PLACE.contains(next) && !ends(words, at + 1);
    }

    private static String from(List<String> words, int start) {
        StringBuilder place = new StringBuilder();
        for (int i = start; i < Math.min(words.size(), start + LONGEST); i++) {
            String word = words.get(i);
            if (i > start && ends(words, i)) {
                break;
            }
            if (i > start || !Damage.bare(word).matches("di|at|on")) {
                place.append(place.isEmpty() ? "" : " ").append(word);
            }
            if (word.matches(".*[,;!?]") || (word.endsWith(".") && !word.matches("(?i)(jl|jln|gg|kel|kec|no)\\."))) {
                break;
            }
        }
        return place.toString().replaceAll("[.,;!?]+$", "");
    }

    private static boolean ends(List<String> words, int at) {
        return ENDS.contains(Damage.bare(words.get(at))) || Damage.at(words, at);
    }
}
