package id.pendopo.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Message source: the country pack's own words ({@code messages_LANGUAGE.properties}) over the bundles of the software.
 * What neither has in a reader's language is said in the pack's language of {@code words}, English if it names none.
 */
public final class PackMessages extends ResourceBundleMessageSource {

    private static final String OWN = "pack";
    private static final String FALLBACK = "words";

    private final Map<String, ResourceBundle> own = new HashMap<>();

    /**
     * @param bundles base names of the software's bundles, in the order in which they are asked
     * @throws CountryPackRefused one of the pack's bundles is not well-formed
     */
    public PackMessages(CountryPack pack, List<String> bundles) {
        setBasenames(Stream.concat(Stream.of(OWN), bundles.stream()).toArray(String[]::new));
        setDefaultEncoding("UTF-8");
        // Not the making thread's: in a packed jar some threads know the loader of Java alone.
        setBundleClassLoader(PackMessages.class.getClassLoader());
        setDefaultLocale(pack.setting(FALLBACK).map(Locale::of).orElse(Locale.ENGLISH));
        for (Locale language : pack.languages()) {
            String file = "messages_" + language.getLanguage() + ".properties";
            if (pack.has(file)) {
                own.put(language.getLanguage(), pack.read(file, PackMessages::bundle));
            }
        }
    }

    private static ResourceBundle bundle(InputStream file) throws IOException {
        return new PropertyResourceBundle(new InputStreamReader(file, StandardCharsets.UTF_8));
    }

    @Override
    protected @Nullable ResourceBundle getResourceBundle(String bundle, Locale reader) {
        return bundle.equals(OWN) ? own.get(reader.getLanguage()) : super.getResourceBundle(bundle, reader);
    }
}
