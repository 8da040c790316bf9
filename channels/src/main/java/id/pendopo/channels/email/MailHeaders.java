package id.pendopo.channels.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The headers of a mail, read leniently: what cannot be read is missing. */
final class MailHeaders {

    private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,998}>");

    /** An encoded word whose charset nobody knows: https://www.rfc-editor.org/rfc/rfc2047#section-2 */
    private static final Pattern CHARSET =
            Pattern.compile("=\\?([A-Za-z0-9_.:-]{1,60})(\\*[A-Za-z-]{1,20})?\\?(?=[BbQq]\\?)");

    /** Readers take every byte of it for something. */
    private static final String FALLBACK = "windows-1252";

    private final Part mail;

    MailHeaders(Part mail) {
        this.mail = mail;
    }

    /** Every value, from the top; decoded, and without folds. */
    List<String> all(String name) {
        return raw(name).map(MailHeaders::decoded).toList();
    }

    private Stream<String> raw(String name) {
        try {
            String[] values = mail.getHeader(name);
            return values == null ? Stream.of() : Arrays.stream(values);
        } catch (MessagingException unreadable) {
            return Stream.of();
        }
    }

    Optional<String> first(String name) {
        return all(name).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    boolean has(String name) {
        return !all(name).isEmpty();
    }

    /** The Message-IDs that a header names, in order, with their angle brackets. */
    List<String> ids(String name) {
        return all(name).stream()
                .flatMap(value -> ID.matcher(value).results().map(found -> found.group()))
                .distinct()
                .toList();
    }

    /** The mail addresses of a header, in small letters and without names. */
    List<String> addresses(String name) {
        return raw(name)
                .map(MimeUtility::unfold)
                .flatMap(MailHeaders::addressesOf)
                .toList();
    }

    private static Stream<String> addressesOf(String value) {
        try {
            return Arrays.stream(InternetAddress.parseHeader(value, false))
                    .filter(address -> address.getAddress() != null)
                    .map(address -> address.getAddress().strip().toLowerCase(Locale.ROOT))
                    .filter(MailHeaders::isAddress);
        } catch (AddressException broken) {
            return Stream.empty();
        }
    }

    private static boolean isAddress(String value) {
        int at = value.indexOf('@');
        return at > 0
                && at < value.length() - 1
                && value.length() <= 254
                && value.chars()
                        .noneMatch(character -> Character.isWhitespace(character)
                                || Character.isISOControl(character)
                                || "<>,;\"".indexOf(character) >= 0);
    }

    /** Encoded words as what they say; those of an unknown charset as Western letters. */
    static String decoded(String value) {
        String unfolded = MimeUtility.unfold(value);
        try {
            return MimeUtility.decodeText(known(unfolded));
        } catch (UnsupportedEncodingException cannotBe) {
            return unfolded;
        }
    }

    private static String known(String value) {
        Matcher words = CHARSET.matcher(value);
        return words.replaceAll(word -> Matcher.quoteReplacement(
                "=?" + (MailCharset.of(word.group(1)).isPresent() ? word.group(1) : FALLBACK) + "?"));
    }
}
