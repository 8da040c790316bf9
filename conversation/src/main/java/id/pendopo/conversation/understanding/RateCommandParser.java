package id.pendopo.conversation.understanding;

import id.pendopo.knowledge.PhraseWord;
import id.pendopo.knowledge.Phrases;
import id.pendopo.ticketing.TicketCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parses the command of a rating, by the phrases {@code rate.X}. Immutable. */
public final class RateCommandParser {

    /** "NILAI:4" is two words. */
    private static final Pattern JOINED = Pattern.compile("^(\\p{L}+)[:=]");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Set<String> wordings;
    private final Slips slips;
    private final Set<String> leads;
    private final RatingParser ratings;

    RateCommandParser(Phrases phrases, RatingParser ratings) {
        Set<String> forgiving = phrases.wordings("rate");
        this.wordings = Stream.concat(forgiving.stream(), phrases.wordings("rate.exact").stream())
                .collect(Collectors.toUnmodifiableSet());
        this.slips = new Slips(forgiving);
        this.leads = phrases.wordings("rate.lead");
        this.ratings = ratings;
    }

    /** The command that a message begins with. */
    public Optional<RateCommand> read(String text) {
        List<String> words =
                Arrays.asList(SPACE.split(JOINED.matcher(text.strip()).replaceFirst("$1 ")));
        int at = 0;
        while (at < words.size() - 1 && leads.contains(words.get(at).toLowerCase(Locale.ROOT))) {
            at++;
        }
        String word = PhraseWord.plain(words.get(at));
        boolean exact = wordings.contains(word);
        return exact || slips.of(word) ? Optional.of(of(exact, words.subList(at + 1, words.size()))) : Optional.empty();
    }

    private RateCommand of(boolean exact, List<String> said) {
        boolean digitFirst = said.size() > 1 && said.getFirst().matches("[1-5]");
        Optional<TicketCode> last = digitFirst ? code(said.subList(1, said.size())) : Optional.empty();
        if (last.isPresent()) {
            return command(exact, last, Optional.empty(), said.subList(0, 1));
        }
        for (int length = said.size(); length > 0; length--) {
            Optional<TicketCode> code = code(said.subList(0, length));
            if (code.isPresent()) {
                return proved(exact, code, said.subList(length, said.size()));
            }
        }
        return command(exact, Optional.empty(), Optional.empty(), said);
    }

    private RateCommand proved(boolean exact, Optional<TicketCode> code, List<String> said) {
        boolean proof = !said.isEmpty() && said.getFirst().matches("\\d{4}");
        return proof
                ? command(exact, code, Optional.of(said.getFirst()), said.subList(1, said.size()))
                : command(exact, code, Optional.empty(), said);
    }

    private RateCommand command(boolean exact, Optional<TicketCode> code, Optional<String> proof, List<String> rest) {
        String all = String.join(" ", rest);
        boolean first = !rest.isEmpty() && rest.getFirst().matches("[1-5][.,:;!-]*");
        String score = first && ratings.read(all).isEmpty() ? rest.getFirst().substring(0, 1) : all;
        return new RateCommand(exact, code, proof, rest, score);
    }

    private static Optional<TicketCode> code(List<String> words) {
        return TicketCode.parse(String.join("", words).replaceAll("[,:]", ""));
    }
}
