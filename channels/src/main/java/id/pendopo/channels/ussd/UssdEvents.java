package id.pendopo.channels.ussd;

import id.pendopo.channels.Address;
import id.pendopo.channels.AddressEvent;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.Choice;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.adapter.EarlierEvents;
import id.pendopo.channels.adapter.WebhookForm;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.texting.TelephoneNumber;
import id.pendopo.ui.CountryPack;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the requests of a gateway: hops of a session, and that it ended.
 *
 * @param now when they came; hops bear no time
 * @param pack whose numbers are written without a country code
 * @see <a href="https://developers.africastalking.com/docs/ussd/overview">The gateway's requests</a>
 */
record UssdEvents(ChannelAccount account, Instant now, CountryPack pack, EarlierEvents earlier) {

    /** Characters of all inputs together; what a telephone sends at once has 182. */
    private static final int LONGEST = 1_000;

    /** https://www.itu.int/rec/T-REC-E.164: fifteen digits at most. */
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");

    /** @throws WebhookRejected 400 when session, number or text cannot be, 403 when somebody else's code was dialled */
    List<InboundEvent> read(WebhookForm form) throws WebhookRejected {
        if (form.repeats()) {
            throw new WebhookRejected(400, "a field is given more than once");
        }
        UssdSession session = new UssdSession(account.name(), form.required("sessionId"));
        Address person = new Address(account.name(), number(form));
        ours(form);
        return List.of(
                notifies(form)
                        ? new AddressEvent(account.name(), session.end(), now, person, AddressEvent.What.SESSION_ENDED)
                        : hop(
                                session,
                                person,
                                form.fields().getOrDefault("text", List.of("")).getFirst()));
    }

    /** Whether a request tells what became of a session, whatever that is. */
    static boolean notifies(WebhookForm form) {
        return form.value("status").isPresent() && !form.fields().containsKey("text");
    }

    private String number(WebhookForm form) throws WebhookRejected {
        String given = form.required("phoneNumber");
        // A plus that was not escaped is a space in a form.
        String written = given.startsWith(" ") ? "+" + given.strip() : given;
        String number = TelephoneNumber.e164(written, pack.region());
        if (!NUMBER.matcher(number).matches()) {
            throw new WebhookRejected(400, "phoneNumber is no telephone number");
        }
        return number;
    }

    private void ours(WebhookForm form) throws WebhookRejected {
        String code = account.settings(UssdProperties.class).serviceCode();
        if (!code.isBlank() && !form.required("serviceCode").strip().equals(code.strip())) {
            throw new WebhookRejected(403, "serviceCode is another than the account's");
        }
    }

    /** Nothing at first; later that nothing was keyed in. */
    private InboundMessage hop(UssdSession session, Address person, String text) throws WebhookRejected {
        if (text.length() > LONGEST) {
            throw new WebhookRejected(400, "text has more than " + LONGEST + " characters");
        }
        if (text.isEmpty()) {
            return message(session.hop(0), person, "", Optional.of(Choice.MENU));
        }
        String input = session.input(text, earlier).strip();
        return message(
                session.hop(text.length()),
                person,
                input,
                input.isEmpty() ? Optional.of(Choice.AGAIN) : Optional.empty());
    }

    private InboundMessage message(String id, Address person, String text, Optional<String> choice) {
        return new InboundMessage(
                account.name(),
                id,
                now,
                account.kind(),
                person,
                text,
                choice,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}
