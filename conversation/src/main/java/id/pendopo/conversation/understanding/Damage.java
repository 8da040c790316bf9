package id.pendopo.conversation.understanding;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that say what is wrong somewhere. They end the place that was named, unless they belong to its name. */
final class Damage {

    /** With what is put before and behind it: "bolong2", "berlubang-lubang", "retaknya"; but Baubau is a town. */
    private static final Pattern WORDS = Pattern.compile("(?!baubau)(?:ber|ter|me|mem|meng|ke|ng|nge)?"
            + "(?<what>bolong|lubang|lobang|rusak|ruksak|retak|ambl[ae]s|ambrol|ambruk|ambrug|roboh|longsor|jebol|bocor|pecah|"
            + "patah|putus|copot|miring|tumbang|[hg]?ancur|mati|padam|gelap|peteng|poek|nyala|macet|semrawut|banjir|caah|"
            + "genang|luap|luber|sumbat|mampet|buntu|bau|mambu|busuk|kotor|keruh|becek|numpuk|tumpuk|penuh|rawan|lapuk|bakar)"
            + "(?:\\d|\\k<what>)?(?:an|nya|e|na)?"
            + "|broken|damaged|cracked|leaking|blocked|flooded|collapsed|smelly");

    private static final Set<String> VERY = Set.of("parah", "banget", "bgt", "bngt", "sekali", "total", "pisan");

    /** Names that have such a word in them. */
    private static final Set<String> NAMES = Set.of(
            "batu bolong",
            "watu bolong",
            "karang bolong",
            "gunung bolong",
            "lubang buaya",
            "banjir kanal",
            "kali mati");

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");

    private Damage() {}

    /** Whether the word at this position tells of damage, or how bad it is. */
    static boolean at(List<String> words, int at) {
        String word = bare(words.get(at));
        boolean damage = VERY.contains(word) || WORDS.matcher(word).matches();
        return damage && !name(words, at - 1) && !name(words, at);
    }

    private static boolean name(List<String> words, int at) {
        return at >= 0 && at + 1 < words.size() && NAMES.contains(bare(words.get(at)) + " " + bare(words.get(at + 1)));
    }

    /** A word in lower case without punctuation. */
    static String bare(String word) {
        return NO_LETTER.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
