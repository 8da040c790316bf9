package id.pendopo.channels.voice.phone;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A document of a call as Twilio reads it. */
public final class TwimlDocument {

    /** Before the first document. */
    static final Element EMPTY = builder().createElement("Response");

    private TwimlDocument() {}

    /** @throws IllegalStateException when it is no TwiML; Twilio would end the call */
    public static List<Element> verbs(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element root = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
            if (!root.getTagName().equals("Response")) {
                throw new IllegalStateException("a call's document is a Response");
            }
            return children(root);
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("a call's document is no XML", e);
        }
    }

    public static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** What a voice says, a pause as a space. */
    public static String aloud(Element say) {
        StringBuilder words = new StringBuilder();
        for (Node node = say.getFirstChild(); node != null; node = node.getNextSibling()) {
            words.append(
                    node instanceof Element element && element.getTagName().equals("break")
                            ? " "
                            : node.getTextContent());
        }
        return words.toString()
                .replaceAll("(?<!\\s)\\s++([.,])", "$1")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static Document builder() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java has no XML", e);
        }
    }
}
