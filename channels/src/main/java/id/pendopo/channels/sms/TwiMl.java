package id.pendopo.channels.sms;

import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.texting.Pieces;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The answer to a webhook: a message element for each reply.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/twiml/message">TwiML: Message</a>
 */
final class TwiMl {

    /** The longest message that Twilio takes: https://www.twilio.com/docs/api/errors/21617 */
    static final int LONGEST = 1600;

    /** No reply. */
    static final WebhookAnswer SILENCE = answer("<Response/>");

    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

    private TwiMl() {}

    static WebhookAnswer of(List<String> texts) {
        if (texts.isEmpty()) {
            return SILENCE;
        }
        StringWriter xml = new StringWriter();
        try {
            XMLStreamWriter document = WRITERS.createXMLStreamWriter(xml);
            document.writeStartDocument("UTF-8", "1.0");
            document.writeStartElement("Response");
            for (String text : texts) {
                for (String piece : pieces(text)) {
                    document.writeStartElement("Message");
                    document.writeCharacters(piece);
                    document.writeEndElement();
                }
            }
            document.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string took no XML", e);
        }
        return answer(xml.toString());
    }

    /** Twilio drops a message that is too long without a word to the citizen. */
    static List<String> pieces(String text) {
        return Pieces.ofUnits(text, LONGEST);
    }

    private static WebhookAnswer answer(String xml) {
        return new WebhookAnswer(200, "text/xml;charset=UTF-8", xml.getBytes(StandardCharsets.UTF_8));
    }
}
