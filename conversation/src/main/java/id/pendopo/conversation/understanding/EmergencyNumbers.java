package id.pendopo.conversation.understanding;

import id.pendopo.conversation.understanding.Emergencies.Kind;
import id.pendopo.ui.CountryPack;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The telephone numbers of a country's emergency services.
 *
 * @param numbers by the kind of danger; one or two, or the kind is left out
 */
public record EmergencyNumbers(Map<Kind, List<String>> numbers) {

    /** What is said where the country has no number, or the pack does not know it. */
    private static final String NONE = "emergency.unknown";

    public EmergencyNumbers {
        numbers = Map.copyOf(numbers);
    }

    /** @throws id.pendopo.ui.CountryPackRefused a line is no telephone number, or has more than two */
    public static EmergencyNumbers of(CountryPack pack) {
        Map<Kind, List<String>> numbers = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            pack.setting("emergency." + kind.name().toLowerCase(Locale.ROOT), EmergencyNumbers::read)
                    .ifPresent(read -> numbers.put(kind, read));
        }
        return new EmergencyNumbers(numbers);
    }

    private static List<String> read(String line) {
        List<String> read = CountryPack.parts(line);
        if (read.size() > 2 || !read.stream().allMatch(number -> number.matches("\\+?[\\d ]{2,18}"))) {
            throw new IllegalArgumentException("one or two telephone numbers, not " + line);
        }
        return read;
    }

    public List<String> of(Kind kind) {
        return numbers.getOrDefault(kind, List.of());
    }

    /** The message that names so many numbers as there are. */
    public String key(Kind kind) {
        return switch (of(kind).size()) {
            case 0 -> NONE;
            case 1 -> kind.key() + ".one";
            default -> kind.key();
        };
    }
}
