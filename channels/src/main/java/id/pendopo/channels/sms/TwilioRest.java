package id.pendopo.channels.sms;

import com.twilio.base.Page;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.rest.api.v2010.account.message.Media;
import com.twilio.rest.messaging.v1.service.PhoneNumberReader;
import com.twilio.type.PhoneNumber;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.twilio.TwilioClient;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Twilio's REST interface, as far as text messages need it, by Twilio's own library. */
final class TwilioRest {

    /** Messages of one page of the list, as many as Twilio allows. */
    private static final int PAGE = 1000;

    /** Pages read at most, newest first: a server whose pages never end must not hold us. */
    private static final int PAGES = 5;

    /** What Twilio lists may be so much older than what we think: its clock and ours differ. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private final TwilioClient twilio;

    TwilioRest(TwilioClient twilio) {
        this.twilio = twilio;
    }

    /**
     * Messages that came in, oldest first.
     *
     * @param complete false when there are older ones that were not read
     */
    record Received(List<Message> messages, boolean complete) {}

    /**
     * Messages that came in for this line within that time, as many as {@link #PAGES} pages hold.
     *
     * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource#read-multiple-message-resources">List</a>
     */
    Received received(TwilioSmsProperties line, Instant since, Optional<Instant> until) throws SendFailed {
        MessageReader list = Message.reader(line.accountSid()).setDateSentAfter(since.atZone(ZoneOffset.UTC));
        until.ifPresent(end -> list.setDateSentBefore(end.atZone(ZoneOffset.UTC)));
        if (!line.sendsByService()) {
            list.setTo(new PhoneNumber(line.from()));
        }
        list.pageSize(PAGE);
        Received all = twilio.ask(line, client -> all(list, client, _ -> false));
        Set<String> ours = line.sendsByService() ? numbers(line) : Set.of(line.from());
        List<Message> inbound = all.messages().stream()
                .filter(message -> message.getDirection() == Message.Direction.INBOUND)
                .filter(message -> ours.contains(message.getTo()))
                .toList();
        return new Received(inbound.reversed(), all.complete());
    }

    /**
     * The numbers of a messaging service: an account may have others, which other lines read.
     *
     * @see <a href="https://www.twilio.com/docs/messaging/api/phonenumber-resource">Services PhoneNumbers subresource</a>
     */
    private Set<String> numbers(TwilioSmsProperties line) throws SendFailed {
        PhoneNumberReader numbers = com.twilio.rest.messaging.v1.service.PhoneNumber.reader(line.from());
        numbers.pageSize(PAGE);
        return twilio.ask(line, client -> numbers.firstPage(client).getRecords()).stream()
                .map(number -> number.getPhoneNumber().getEndpoint())
                .collect(Collectors.toSet());
    }

    /**
     * What we sent to somebody since then, by request or in a response, oldest first: page by page until the list reaches
     * back so far.
     *
     * @throws SendFailed {@code UNKNOWN} when the list is longer than may be read: what it does not show may be there
     * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource#read-multiple-message-resources">List</a>
     */
    List<Message> sentTo(TwilioSmsProperties line, String to, Instant since) throws SendFailed {
        MessageReader list = Message.reader(line.accountSid()).setTo(new PhoneNumber(to));
        list.pageSize(PAGE);
        Instant end = since.minus(CLOCKS_DIFFER);
        Received sent = twilio.ask(line, client -> all(list, client, page -> reaches(page, end)));
        if (!sent.complete()) {
            throw new SendFailed(SendFailed.Outcome.UNKNOWN, "long list", Optional.empty());
        }
        return sent.messages().stream()
                .filter(message -> message.getDirection() != Message.Direction.INBOUND)
                .toList()
                .reversed();
    }

    private static boolean reaches(List<Message> page, Instant back) {
        return page.stream()
                .map(Message::getDateCreated)
                .filter(Objects::nonNull)
                .anyMatch(at -> at.toInstant().isBefore(back));
    }

    /** Whether the latest that we sent shows messages which went out in a response; Twilio's list does. */
    boolean listsReplies(TwilioSmsProperties line) throws SendFailed {
        MessageReader list = Message.reader(line.accountSid());
        if (!line.sendsByService()) {
            list.setFrom(new PhoneNumber(line.from()));
        }
        list.pageSize(PAGE);
        return twilio.ask(line, client -> list.firstPage(client).getRecords()).stream()
                .anyMatch(message -> message.getDirection() == Message.Direction.OUTBOUND_REPLY);
    }

    /** The files of a message, as addresses at Twilio. */
    List<Media> media(TwilioSmsProperties line, String message) throws SendFailed {
        return twilio.ask(
                line,
                client -> Media.reader(line.accountSid(), message)
                        .firstPage(client)
                        .getRecords());
    }

    /**
     * Page by page: the library's own limit trusts the page size that the server claims.
     *
     * @param enough whether no older page is wanted
     */
    private static Received all(MessageReader list, TwilioRestClient client, Predicate<List<Message>> enough) {
        Page<Message> page = list.firstPage(client);
        List<Message> all = new ArrayList<>(page.getRecords());
        boolean more = page.hasNextPage() && !enough.test(page.getRecords());
        for (int read = 1; more && read < PAGES; read++) {
            page = list.nextPage(page, client);
            all.addAll(page.getRecords());
            more = page.hasNextPage() && !enough.test(page.getRecords());
        }
        return new Received(all, !more);
    }
}
