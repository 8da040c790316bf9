package id.pendopo.channels.sms;

import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.twilio.TwilioMessages;
import java.io.StringWriter;
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

    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

    private TwiMl() {}

    static WebhookAnswer of(List<String> texts) {
        if (texts.isEmpty()) {
            return TwilioMessages.SILENCE;
        }
        StringWriter xml = new StringWriter();
        try {
            XMLStreamWriter document = WRITERS.createXMLStreamWriter(xml);
            document.writeStartDocument("UTF-8", "1.0");
            document.writeStartElement("Response");
            for (String text : texts) {
                for (String piece : TwilioMessages.pieces(text)) {
                    document.writeStartElement("Message");
                    document.writeCharacters(piece);
                    document.writeEndElement();
                }
            }
            document.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string took no XML", e);
        }
        return TwilioMessages.document(xml.toString());
    }
}
