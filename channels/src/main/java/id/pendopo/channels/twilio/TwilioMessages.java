package id.pendopo.channels.twilio;

import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.window.MessageTemplate;
import id.pendopo.channels.texting.Pieces;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends messages by Twilio's Message resource, whatever kind of address they are for.
 *
 * @param publicUrl of the desk, where Twilio reports what becomes of a message
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource#create-a-message">Create a message</a>
 */
public record TwilioMessages(TwilioClient twilio, URI publicUrl) {

    /** The longest message that Twilio takes, characters: https://www.twilio.com/docs/api/errors/21617 */
    public static final int LONGEST = 1600;

    /** The answer to a webhook that says nothing: https://www.twilio.com/docs/messaging/twiml */
    public static final WebhookAnswer SILENCE = document("<Response/>");

    /** A TwiML document as an answer. */
    public static WebhookAnswer document(String xml) {
        return new WebhookAnswer(200, "text/xml;charset=UTF-8", xml.getBytes(StandardCharsets.UTF_8));
    }

    /** Twilio drops a message that is too long without a word to the citizen. */
    public static List<String> pieces(String text) {
        return Pieces.ofUnits(text, LONGEST);
    }

    /**
     * Sends a text, in pieces where it is too long for one.
     *
     * @param from our address, or a messaging service
     * @return Twilio's id of the last message
     * @throws SendFailed {@code PERMANENT} "in part" when a piece before it is on its way: a person decides then what becomes of
     *     the rest, since whoever tried all of it again would say those twice
     */
    public String send(ChannelAccount account, TwilioAccount line, String from, String to, String text)
            throws SendFailed {
        if (text.isEmpty()) {
            throw new SendFailed(SendFailed.Outcome.PERMANENT, "empty", Optional.empty());
        }
        String id = "";
        for (String piece : pieces(text)) {
            try {
                id = one(account, line, from, to, piece);
            } catch (SendFailed failed) {
                throw id.isEmpty() ? failed : new SendFailed(SendFailed.Outcome.PERMANENT, "in part", Optional.empty());
            }
        }
        return id;
    }

    /**
     * Sends a template that Twilio keeps.
     *
     * @param template named by its {@code HX…}
     * @see <a href="https://www.twilio.com/docs/content/send-templates-created-with-the-content-template-builder">Sending
     *     templates</a>
     */
    public String send(
            ChannelAccount account, TwilioAccount line, String from, String to, MessageTemplate.Filled template)
            throws SendFailed {
        Map<String, String> places = new LinkedHashMap<>();
        template.parameters().forEach(text -> places.put(String.valueOf(places.size() + 1), text));
        return sent(
                account,
                line,
                creator(line, from, to, null)
                        .setContentSid(template.name())
                        .setContentVariables(JsonMapper.shared().writeValueAsString(places)));
    }

    /**
     * Sends a file, which Twilio fetches.
     *
     * @param file its public address
     * @return Twilio's id
     */
    public String send(ChannelAccount account, TwilioAccount line, String from, String to, URI file) throws SendFailed {
        PhoneNumber citizen = new PhoneNumber(to);
        MessageCreator message = line.sendsByService()
                ? Message.creator(line.accountSid(), citizen, from, List.of(file))
                : Message.creator(line.accountSid(), citizen, new PhoneNumber(from), List.of(file));
        return sent(account, line, message);
    }

    private String one(ChannelAccount account, TwilioAccount line, String from, String to, String text)
            throws SendFailed {
        return sent(account, line, creator(line, from, to, text));
    }

    /** @param text nothing for a template, which has its own */
    private static MessageCreator creator(TwilioAccount line, String from, String to, @Nullable String text) {
        PhoneNumber citizen = new PhoneNumber(to);
        return line.sendsByService()
                ? Message.creator(line.accountSid(), citizen, from, text)
                : Message.creator(line.accountSid(), citizen, new PhoneNumber(from), text);
    }

    private String sent(ChannelAccount account, TwilioAccount line, MessageCreator message) throws SendFailed {
        URI status = URI.create(publicUrl.toString().replaceAll("/+$", "") + "/webhooks/" + account.name() + "/status");
        // An answer without an id says nothing.
        return twilio.ask(
                        line,
                        client -> Optional.ofNullable(
                                message.setStatusCallback(status).create(client).getSid()))
                .orElseThrow(() -> new SendFailed(SendFailed.Outcome.UNKNOWN, "no id", Optional.empty()));
    }
}
