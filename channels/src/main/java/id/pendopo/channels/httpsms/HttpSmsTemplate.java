package id.pendopo.channels.httpsms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * A template with names in braces, as the configuration has it. A name that is not known stays as it stands, since JSON has
 * braces of its own.
 *
 * @param text with names of small letters, digits and dashes
 */
record HttpSmsTemplate(String text) {

    private static final Pattern NAME = Pattern.compile("\\{([a-z][a-z0-9-]*+)\\}");
    private static final Pattern JSON_START = Pattern.compile("\\A\\s*+(?:\\[|\\{\\s*+\")");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** In an address: everything but letters, digits and a few marks is escaped. */
    String inAddress(Map<String, String> values) {
        return filled(values, value -> encoded(value).replace("+", "%20"));
    }

    /** In a header: no line ends. */
    String inHeader(Map<String, String> values) {
        return filled(values, value -> value.replaceAll("[\\r\\n]", ""));
    }

    /** In a body: escaped for JSON or for a form, by what the body is. */
    String inBody(Map<String, String> values) {
        return filled(values, isJson() ? HttpSmsTemplate::quoted : HttpSmsTemplate::encoded);
    }

    boolean isJson() {
        return JSON_START.matcher(text).find();
    }

    private String filled(Map<String, String> values, UnaryOperator<String> escape) {
        return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(value(name, values, escape)));
    }

    private static String value(MatchResult name, Map<String, String> values, UnaryOperator<String> escape) {
        String value = values.get(name.group(1));
        return value == null ? name.group() : escape.apply(value);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String quoted(String value) {
        String quoted = JSON.writeValueAsString(value);
        return quoted.substring(1, quoted.length() - 1);
    }
}
