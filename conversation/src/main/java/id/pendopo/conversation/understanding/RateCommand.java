package id.pendopo.conversation.understanding;

import id.pendopo.ticketing.TicketCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * "NILAI 482 177 3021 4", with or without the number, the last four digits of the reporter's, the score and a remark.
 *
 * @param exact whether the word is typed without a slip
 * @param code empty when no number is given, or none that a ticket can have
 * @param proof four digits between the number and the score
 * @param rest what follows
 */
public record RateCommand(boolean exact, Optional<TicketCode> code, Optional<String> proof, List<String> rest) {

    private static final List<String> WORDINGS = List.of("nilai", "rate", "rating", "penilaian");

    /** Those that a slip does not make another word. */
    private static final List<String> LONG = List.of("nilai", "rating", "penilaian");

    private static final Set<String> LEADS = Set.of("beri", "kasih", "mau", "saya");

    /** "NILAI:4" is two words. */
    private static final Pattern JOINED = Pattern.compile("^(\\p{L}+)[:=]");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    public RateCommand {
        rest = List.copyOf(rest);
    }

    /** The command that a message begins with. */
    public static Optional<RateCommand> read(String text) {
        List<String> words =
                Arrays.asList(SPACE.split(JOINED.matcher(text.strip()).replaceFirst("$1 ")));
        int at = 0;
        while (at < words.size() - 1 && LEADS.contains(words.get(at).toLowerCase(Locale.ROOT))) {
            at++;
        }
        String word = MessageText.plain(words.get(at));
        boolean exact = WORDINGS.contains(word);
        return exact || new Slips(LONG).of(word)
                ? Optional.of(of(exact, words.subList(at + 1, words.size())))
                : Optional.empty();
    }

    private static RateCommand of(boolean exact, List<String> said) {
        boolean digitFirst = said.size() > 1 && said.getFirst().matches("[1-5]");
        Optional<TicketCode> last = digitFirst ? code(said.subList(1, said.size())) : Optional.empty();
        if (last.isPresent()) {
            return new RateCommand(exact, last, Optional.empty(), said.subList(0, 1));
        }
        for (int length = said.size(); length > 0; length--) {
            Optional<TicketCode> code = code(said.subList(0, length));
            if (code.isPresent()) {
                return proved(exact, code, said.subList(length, said.size()));
            }
        }
        return new RateCommand(exact, Optional.empty(), Optional.empty(), said);
    }

    private static RateCommand proved(boolean exact, Optional<TicketCode> code, List<String> said) {
        boolean proof = !said.isEmpty() && said.getFirst().matches("\\d{4}");
        return proof
                ? new RateCommand(exact, code, Optional.of(said.getFirst()), said.subList(1, said.size()))
                : new RateCommand(exact, code, Optional.empty(), said);
    }

    private static Optional<TicketCode> code(List<String> words) {
        return TicketCode.parse(String.join("", words).replaceAll("[,:]", ""));
    }

    /** What should be the digit: the first word after the number, or all of them. */
    public String score() {
        String all = String.join(" ", rest);
        boolean first = !rest.isEmpty() && rest.getFirst().matches("[1-5][.,:;!-]*");
        return first && RatingParser.read(all).isEmpty() ? rest.getFirst().substring(0, 1) : all;
    }

    /** What is said after the digit. */
    public String remark() {
        boolean more = rest.size() > 1 && score().length() == 1;
        return more ? String.join(" ", rest.subList(1, rest.size())) : "";
    }

    /** Whether there is a number that no ticket can have. */
    public boolean miscoded() {
        return code.isEmpty() && digits() > 4 && String.join("", rest).matches("[\\d.,:\\-]+");
    }

    /** How many digits follow the word, without the one that is the score. */
    public int digits() {
        boolean scored = rest.size() > 1 && rest.getLast().matches("\\d");
        return String.join("", scored ? rest.subList(0, rest.size() - 1) : rest)
                .replaceAll("\\D", "")
                .length();
    }

    @Override
    public String toString() {
        return "RateCommand[" + code + "]";
    }
}
