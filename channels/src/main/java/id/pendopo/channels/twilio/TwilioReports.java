package id.pendopo.channels.twilio;

import id.pendopo.channels.Address;
import id.pendopo.channels.AddressEvent;
import id.pendopo.channels.AddressEvent.What;
import id.pendopo.channels.DeliveryReport;
import id.pendopo.channels.DeliveryReport.Remedy;
import id.pendopo.channels.DeliveryReport.Status;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.adapter.WebhookForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads Twilio's status callbacks: what becomes of a message that we sent. States before "sent" tell nothing new, later ones
 * may come in any order.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource#message-status-values">Message status</a>
 */
public final class TwilioReports {

    private static final Map<String, Status> STATUSES = Map.of(
            "sent", Status.SENT,
            "delivered", Status.DELIVERED,
            "read", Status.READ,
            "undelivered", Status.FAILED,
            "failed", Status.FAILED,
            "canceled", Status.FAILED);

    /** Error of a message to a person who sent STOP: https://www.twilio.com/docs/api/errors/21610 */
    private static final String UNSUBSCRIBED = "21610";

    /** Of WhatsApp: https://www.twilio.com/docs/api/errors/63016 and https://www.twilio.com/docs/api/errors/63018 */
    private static final Map<String, Remedy> REMEDIES = Map.of("63016", Remedy.OTHER_WAY, "63018", Remedy.LATER);

    private static final Logger log = LoggerFactory.getLogger(TwilioReports.class);

    private TwilioReports() {}

    /**
     * What a callback says.
     *
     * @param sid of the message
     * @param value its status
     * @param to whom it was for, where the callback says that
     * @param now Twilio tells no time
     */
    public static List<InboundEvent> read(
            String account, String sid, String value, WebhookForm form, Optional<Address> to, Instant now) {
        Status status = STATUSES.get(value);
        if (status == null) {
            log.debug("dropped a status of line {}", account);
            return List.of();
        }
        Optional<String> reason =
                status == Status.FAILED ? Optional.of(form.plain("ErrorCode").orElse(value)) : Optional.empty();
        List<InboundEvent> events = new ArrayList<>();
        events.add(new DeliveryReport(account, sid + "/" + value, now, Optional.of(sid), to, status, reason)
                .with(reason.map(REMEDIES::get).orElse(Remedy.NONE)));
        if (to.isPresent() && reason.filter(UNSUBSCRIBED::equals).isPresent()) {
            events.add(new AddressEvent(account, sid + "/" + UNSUBSCRIBED, now, to.get(), What.OPTED_OUT));
        }
        return events;
    }
}
