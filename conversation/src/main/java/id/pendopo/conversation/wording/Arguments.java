package id.pendopo.conversation.wording;

import id.pendopo.channels.ChannelAccounts;
import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.understanding.Languages;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/** Formats arguments for a language: dates as {@code 24 November 2026}, times as {@code 14.30 WIB}. */
final class Arguments {

    private static final Pattern LEADING_ON = Pattern.compile("[,;:]?(?: \\p{Ll}{1,3})?[\\s,;:.-]{0,3}$");

    private final MessageSource bundle;
    private final Languages languages;
    private final ChannelAccounts.Kinds kinds;

    Arguments(MessageSource bundle, Languages languages, ChannelAccounts.Kinds kinds) {
        this.bundle = bundle;
        this.languages = languages;
        this.kinds = kinds;
    }

    Object[] of(List<Arg> args, RenderingContext around) {
        return args.stream().map(arg -> text(arg, around)).toArray();
    }

    String text(Arg arg, RenderingContext around) {
        Locale language = around.language();
        return switch (arg) {
            case Arg.Words words -> words.text();
            case Arg.Excerpt excerpt -> excerpt(excerpt.text(), excerpt.length());
            case Arg.Term term -> bundle.getMessage(term.key(), new Object[0], language);
            case Arg.Terms terms -> terms(terms.keys(), language);
            case Arg.Code code -> code.code().grouped();
            case Arg.Six six -> six.code().grouped();
            case Arg.Line line -> line(line.kind(), language);
            case Arg.Day day -> day(day.at(), day.zone(), language);
            case Arg.Moment moment -> moment(moment, language);
            case Arg.Due due -> due(due.code(), around);
            case Arg.Kind kind -> kind.category().name(language);
            case Arg.KindExcerpt kind -> excerpt(kind.category().name(language), kind.length());
            case Arg.Count count -> Integer.toString(count.number());
        };
    }

    private String terms(List<String> keys, Locale language) {
        return keys.stream()
                .map(key -> bundle.getMessage(key, new Object[0], language))
                .map(term -> term.toLowerCase(language))
                .collect(Collectors.joining(", "));
    }

    String line(String kind, Locale language) {
        Optional<String> named =
                Optional.ofNullable(bundle.getMessage("line." + kinds.of(kind).name(), new Object[0], null, language));
        return named.orElseGet(() -> bundle.getMessage("line.other", new Object[0], language));
    }

    private String due(TicketCode code, RenderingContext around) {
        Optional<Ticket> ticket = Optional.ofNullable(around.tickets().get(code));
        return ticket.flatMap(opened -> opened.promised().map(due -> day(due, opened.zone(), around.language())))
                .orElseGet(() -> bundle.getMessage("due.unknown", new Object[0], around.language()));
    }

    /** Whole words, and none of the little ones that only lead on to what is left out. */
    private static String excerpt(String text, int length) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= length) {
            return line;
        }
        int space = line.lastIndexOf(' ', length - 2);
        String words = space > 0 ? line.substring(0, space) : line.substring(0, length - 2);
        return LEADING_ON.matcher(words).replaceFirst("") + "..";
    }

    private String day(Instant at, ZoneId zone, Locale language) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", languages.dates(language))
                .format(at.atZone(zone));
    }

    private String moment(Arg.Moment moment, Locale language) {
        LocalDate day = moment.at().atZone(moment.zone()).toLocalDate();
        LocalDate today = moment.now().atZone(moment.zone()).toLocalDate();
        String name = DateTimeFormatter.ofPattern("EEEE, d MMMM", languages.dates(language))
                .format(day);
        String time = DateTimeFormatter.ofPattern("HH.mm zzz", languages.dates(language))
                .format(moment.at().atZone(moment.zone()));
        String key =
                day.equals(today) ? "moment.today" : day.equals(today.plusDays(1)) ? "moment.tomorrow" : "moment.day";
        return bundle.getMessage(key, new Object[] {time, name}, language);
    }
}
