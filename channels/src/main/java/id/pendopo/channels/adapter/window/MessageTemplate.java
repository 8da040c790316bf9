package id.pendopo.channels.adapter.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message template: words that a provider has approved, with places to fill in, which may begin a conversation again.
 *
 * @param language as the provider writes it, {@code id} or {@code en_US}
 * @param category such as {@code UTILITY}
 * @param status in capitals; {@code APPROVED} may be sent
 * @param quality as the provider judges it, such as {@code GREEN}; {@code UNKNOWN} until it does
 * @param body with its places as <code>{{1}}</code>, <code>{{2}}</code>
 * @param parameters how many places the body has
 * @param plain whether the body's are the only places, so that nothing else must be filled in
 * @see <a href="https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates">Templates</a>
 */
public record MessageTemplate(
        String name,
        String language,
        String category,
        String status,
        String quality,
        String body,
        int parameters,
        boolean plain) {

    private static final String APPROVED = "APPROVED";

    /** Characters of the finished text: https://www.twilio.com/docs/api/errors/63021 */
    private static final int LONGEST = 1024;

    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\d{1,2})}}");

    /** What no parameter may have, and what of it may stand: line feeds, tabs, four spaces and more. */
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2028\\u2029]+");

    /** How many places a body has, by the highest number in it. */
    public static int places(String body) {
        return PLACE.matcher(body)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .max()
                .orElse(0);
    }

    public boolean approved() {
        return status.equals(APPROVED);
    }

    /** Whether it is written in a language, whatever its country. */
    public boolean speaks(Locale wanted) {
        return Locale.forLanguageTag(language.replace('_', '-')).getLanguage().equals(wanted.getLanguage());
    }

    /**
     * The template about a ticket: the message's words in its last place, the ticket's code in the one before if there are
     * two. Words that are too long are cut.
     *
     * @return empty when it cannot say that: other places, no code, no words
     */
    public Optional<Filled> about(Optional<String> code, String words) {
        List<String> parameters = new ArrayList<>();
        if (this.parameters == 2) {
            code.ifPresent(parameters::add);
        }
        parameters.add(fit(words));
        boolean fits = plain
                && parameters.size() == this.parameters
                && parameters.stream().noneMatch(String::isBlank);
        return fits ? cut(parameters) : Optional.empty();
    }

    private static String fit(String words) {
        return SPACES.matcher(words.strip()).replaceAll(" ");
    }

    private Optional<Filled> cut(List<String> parameters) {
        String words = parameters.getLast();
        int over = filled(parameters).codePointCount(0, filled(parameters).length()) - LONGEST;
        if (over > 0) {
            int left = words.codePointCount(0, words.length()) - over - 1;
            if (left < 1) {
                return Optional.empty();
            }
            parameters.set(
                    parameters.size() - 1,
                    words.substring(0, words.offsetByCodePoints(0, left)).strip() + "…");
        }
        return Optional.of(new Filled(name, language, parameters, filled(parameters)));
    }

    private String filled(List<String> parameters) {
        return PLACE.matcher(body).replaceAll(place -> {
            int number = Integer.parseInt(place.group(1));
            boolean known = number >= 1 && number <= parameters.size();
            return Matcher.quoteReplacement(known ? parameters.get(number - 1) : place.group());
        });
    }

    /**
     * A template with its places filled in.
     *
     * @param parameters in the places' order; without line feeds, tabs or four spaces on end, none of them empty
     * @param text what the person reads
     */
    public record Filled(String name, String language, List<String> parameters, String text) {

        public Filled {
            parameters = List.copyOf(parameters);
        }

        @Override
        public String toString() {
            return "Filled[" + name + ", " + language + "]";
        }
    }
}
