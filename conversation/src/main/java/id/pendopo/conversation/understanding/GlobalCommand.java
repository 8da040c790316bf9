package id.pendopo.conversation.understanding;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Commands that work in any state, recognized also with one slip of the finger (edit distance). */
public enum GlobalCommand {
    MENU(true, "menu", "mulai lagi", "awal", "home", "start over"),
    STATUS(
            true,
            "status",
            "cek status",
            "cek tiket",
            "lacak",
            "check status",
            "track",
            "status laporan",
            "cek laporan"),
    HELP(true, "bantuan", "help", "info", "petunjuk", "tolong bantuan"),
    CANCEL(true, "batal", "batalkan", "cancel", "gak jadi", "ga jadi", "tidak jadi", "nggak jadi", "never mind"),
    LANGUAGE(true, "bahasa", "basa", "language", "ganti bahasa", "change language"),
    AGAIN(true, "ulang", "ulangi", "repeat", "ulang lagi"),
    MORE(true, "lanjut", "lanjutkan", "more", "lagi", "continue"),
    STOP(false, "stop", "berhenti", "unsubscribe", "stop all", "end", "quit"),
    START(false, "mulai", "start", "unstop"),
    PERSON(false, "0", "petugas", "orang", "operator", "cs", "admin", "agent", "human", "manusia", "agen", "person");

    private static final Pattern DOUBLED = Pattern.compile("(.)\\1+");

    /** Ordinary words are one letter away: "bisa", "baca", "bawa". */
    private static final Set<String> EXACT = Set.of("basa");

    /** No command with a slip is longer, unless it is one word with letters held down. */
    private static final int LONGEST = Arrays.stream(values())
                    .flatMap(command -> command.wordings.stream())
                    .mapToInt(String::length)
                    .max()
                    .orElseThrow()
            + 1;

    private final boolean forgiving;
    private final List<String> wordings;

    GlobalCommand(boolean forgiving, String... wordings) {
        this.forgiving = forgiving;
        this.wordings = List.of(wordings);
    }

    /** The command that the whole message is. */
    public static Optional<GlobalCommand> exactly(String plain) {
        return Arrays.stream(values())
                .filter(command -> command.wordings.contains(plain))
                .findFirst();
    }

    /** The command that the whole message is, one slip forgiven in words of four letters and more. */
    public static Optional<GlobalCommand> nearly(String plain) {
        return plain.length() > LONGEST && plain.indexOf(' ') >= 0
                ? Optional.empty()
                : exactly(plain).or(() -> slipped(plain));
    }

    private static Optional<GlobalCommand> slipped(String plain) {
        return Arrays.stream(values())
                .filter(command -> command.forgiving)
                .filter(command -> command.wordings.stream()
                        .filter(wording -> !EXACT.contains(wording))
                        .anyMatch(wording -> slipped(wording, plain)))
                .findFirst();
    }

    /** One letter doubled, or two neighbours swapped; in longer words also one missing, extra or wrong. */
    static boolean slipped(String wording, String typed) {
        if (wording.length() < 4 || wording.contains(" ") || typed.isEmpty() || typed.charAt(0) != wording.charAt(0)) {
            return swapped(wording, typed);
        }
        if (undoubled(typed).equals(undoubled(wording)) || swapped(wording, typed)) {
            return true;
        }
        return wording.length() >= 6 && oneEdit(wording, typed)
                || wording.length() >= 4 && wording.length() == typed.length() && oneEdit(wording, typed);
    }

    private static String undoubled(String word) {
        return DOUBLED.matcher(word).replaceAll("$1");
    }

    private static boolean swapped(String wording, String typed) {
        if (wording.length() < 4 || wording.length() != typed.length()) {
            return false;
        }
        for (int i = 0; i + 1 < wording.length(); i++) {
            String other =
                    wording.substring(0, i) + wording.charAt(i + 1) + wording.charAt(i) + wording.substring(i + 2);
            if (other.equals(typed)) {
                return true;
            }
        }
        return false;
    }

    private static boolean oneEdit(String wording, String typed) {
        int longer = Math.max(wording.length(), typed.length());
        int start = 0;
        int shorter = Math.min(wording.length(), typed.length());
        while (start < shorter && wording.charAt(start) == typed.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && wording.charAt(wording.length() - 1 - end) == typed.charAt(typed.length() - 1 - end)) {
            end++;
        }
        return longer - shorter <= 1 && longer - start - end <= 1;
    }
}
