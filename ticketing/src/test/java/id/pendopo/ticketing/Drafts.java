package id.pendopo.ticketing;

import java.util.Locale;
import java.util.Optional;

/** What invented citizens report. */
public final class Drafts {

    private Drafts() {}

    public static NewTicket pothole() {
        return of("jalan-rusak");
    }

    /** Somebody is in danger. */
    public static NewTicket fire() {
        return new NewTicket(
                TicketCode.random(),
                TicketType.COMPLAINT,
                "jalan-rusak",
                "tolong kebakaran di jalan anggrek",
                Optional.empty(),
                Optional.empty(),
                Visibility.NAME_HIDDEN,
                true,
                Optional.of(8L),
                "twilio-sms",
                Optional.empty(),
                Locale.of("id"),
                Optional.of(Ticket.Danger.FIRE));
    }

    public static NewTicket of(String category) {
        return of(category, TicketCode.random());
    }

    public static NewTicket of(String category, TicketCode code) {
        return new NewTicket(
                code,
                TicketType.COMPLAINT,
                category,
                "Jalan berlubang depan SD 3, motor sering jatuh",
                Optional.of("Depan SD 3"),
                Optional.of("Bu Siti"),
                Visibility.PUBLIC,
                true,
                Optional.of(7L),
                "twilio-sms",
                Optional.of("7890"),
                Locale.of("id"),
                Optional.empty());
    }
}
