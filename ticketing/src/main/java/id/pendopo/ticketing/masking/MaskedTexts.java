package id.pendopo.ticketing.masking;

import id.pendopo.ticketing.NewTicket;
import id.pendopo.ticketing.Ticket.Redaction;
import id.pendopo.ticketing.TicketCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Texts with the numbers masked that name somebody. Any thread may call. */
@Component
public class MaskedTexts {

    /** Ten digits or more, grouped as people group them. */
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\+?\\d(?:[ .\\-]?\\d){9,29}(?!\\d)");

    private static final Redaction EVERY_LONG_NUMBER =
            text -> NUMBER.matcher(text).replaceAll("•••");

    /** Characters: more than a subject can have. */
    private static final int HEAD = 400;

    private final ObjectProvider<Redaction> redaction;

    MaskedTexts(ObjectProvider<Redaction> redaction) {
        this.redaction = redaction;
    }

    /** The text as it was, when it has no such number. */
    public String of(String text) {
        String masked = redaction.getIfAvailable(() -> EVERY_LONG_NUMBER).mask(text);
        return digits(masked) == digits(text) ? text : masked;
    }

    /** The same where a number may be said: the ticket's own, which names nobody and stands above. */
    public String of(String text, TicketCode own) {
        Matcher said = Pattern.compile(
                        "(?<!\\d)" + String.join("[ .-]?", own.digits().split("")) + "(?!\\d)")
                .matcher(text);
        StringBuilder masked = new StringBuilder();
        int from = 0;
        while (said.find()) {
            masked.append(of(text.substring(from, said.start()))).append(said.group());
            from = said.end();
        }
        return masked.append(of(text.substring(from))).toString();
    }

    /** Masked before it is cut, so that no half of a number is left. */
    public String subject(NewTicket brought) {
        String told = brought.description().strip();
        String masked = of(told.length() > HEAD ? told.substring(0, HEAD) : told);
        return brought.describing(masked).subject();
    }

    private static long digits(String text) {
        return text.chars().filter(Character::isDigit).count();
    }
}
