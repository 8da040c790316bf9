package id.pendopo.knowledge.examples;

import id.pendopo.knowledge.Masking;
import id.pendopo.knowledge.articles.Articles.Name;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/** Form parsing: the example questions that were typed, by the text that they belong to; without what names somebody. */
record TypedExamples(Map<Name, List<String>> byText) {

    /** How the names of its fields begin. */
    static final String FIELD = "line.";

    /** So many for each text. */
    static final int MOST = 5;

    static final int LONGEST = 200;

    TypedExamples {
        byText = Map.copyOf(byText);
    }

    static TypedExamples of(MultiValueMap<String, String> form, Masking masking) {
        Map<Name, List<String>> byText = new LinkedHashMap<>();
        form.forEach((field, values) -> {
            int last = field.lastIndexOf('.');
            List<String> lines = values.stream()
                    .map(value -> line(value, masking))
                    .filter(line -> !line.isEmpty())
                    .distinct()
                    .limit(MOST)
                    .toList();
            if (field.startsWith(FIELD) && last > FIELD.length() && !lines.isEmpty()) {
                String slug = field.substring(FIELD.length(), last);
                byText.put(new Name(slug, Locale.forLanguageTag(field.substring(last + 1))), lines);
            }
        });
        return new TypedExamples(byText);
    }

    private static String line(String value, Masking masking) {
        String masked = masking.mask(value).strip().replaceAll("\\s+", " ");
        return masked.substring(0, Math.min(LONGEST, masked.length()));
    }
}
