package id.pendopo.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Outbox;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What people were told, in the response or later, and the codes of six digits in it. */
@Component
public class Told {

    private static final Pattern CODE = Pattern.compile("(?<!\\d )\\b(\\d{3} \\d{3})\\b(?! \\d)");

    private final Outbox outbox;

    Told(Outbox outbox) {
        this.outbox = outbox;
    }

    public List<String> to(Person person) {
        return outbox.latest(person.address(), 50).stream()
                .map(sent -> TestLine.words(sent.message()))
                .toList();
    }

    /** The code in what a person was told last. */
    public String code(Person person) {
        return code(to(person).getLast());
    }

    public static String code(String text) {
        Matcher code = CODE.matcher(text);
        assertThat(code.find()).as(text).isTrue();
        return code.group(1);
    }

    /** Another code. */
    public static String wrong(String code) {
        return (code.charAt(0) == '9' ? "0" : "9") + code.substring(1);
    }
}
