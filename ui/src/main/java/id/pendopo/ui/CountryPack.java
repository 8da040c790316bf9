package id.pendopo.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Country pack: the data folder of the country that a desk stands in, with its languages, clock, catalogue, holidays,
 * articles, forms and emergency numbers. It finds the files and reads {@code pack.properties}; what is in the others each
 * module knows for itself. A pack may be based on one of the class path, whose files and settings it has where it lacks
 * its own. Immutable; any thread may call.
 */
public final class CountryPack {

    /** The setting that chooses a pack, by a name on the class path or by a folder; as an environment variable PENDOPO_PACK. */
    public static final String SETTING = "pendopo.pack";

    /** The pack of a desk whose operator chose none. */
    public static final String SHIPPED = "id";

    private static final String SETTINGS = "pack.properties";
    private static final String BASE = "base";

    private final String name;
    private final URI folder;
    private final Optional<CountryPack> base;
    private final Properties settings;
    private final List<Locale> languages;
    private final ZoneId zone;
    private final String region;

    private CountryPack(String name, URI folder) {
        this.name = name;
        this.folder = folder;
        Properties own = reading(SETTINGS, () -> properties(own(SETTINGS)));
        this.base = Optional.ofNullable(own.getProperty(BASE)).map(CountryPack::shipped);
        this.settings = new Properties(base.map(below -> below.settings).orElse(null));
        settings.putAll(own);
        this.languages = locales("languages");
        this.zone = checked("zone", ZoneId::of);
        this.region = checked("region", CountryPack::country);
    }

    /**
     * The pack of this process for whoever has no application context, such as a command: {@code pendopo.pack} among the
     * system properties, PENDOPO_PACK, or the shipped one.
     *
     * @throws CountryPackRefused as {@link #of}
     */
    public static CountryPack chosen() {
        String variable = Objects.requireNonNullElse(System.getenv("PENDOPO_PACK"), SHIPPED);
        return of(System.getProperty(SETTING, variable));
    }

    /**
     * A pack by its name on the class path, such as {@code id} for {@code packs/id/}, or by the path of its folder, which
     * has a slash in it.
     *
     * @throws CountryPackRefused there is none, or its {@code pack.properties} lacks something; the message says what to do
     */
    public static CountryPack of(String nameOrFolder) {
        String asked = nameOrFolder.strip();
        if (asked.matches("[a-z0-9-]+")) {
            return shipped(asked);
        }
        Path folder = Path.of(asked).toAbsolutePath().normalize();
        if (!Files.isRegularFile(folder.resolve(SETTINGS))) {
            throw CountryPackRefused.unknown(asked);
        }
        return new CountryPack("" + folder.getFileName(), folder.toUri());
    }

    private static CountryPack shipped(String name) {
        URL settings = CountryPack.class.getResource("/packs/" + name + "/" + SETTINGS);
        if (settings == null) {
            throw CountryPackRefused.unknown(name);
        }
        return new CountryPack(name, URI.create(settings.toString().replaceFirst(SETTINGS + "$", "")));
    }

    /** {@code id}; of a folder its last part. */
    public String name() {
        return name;
    }

    /** The languages in which citizens are answered, in the order in which they are offered; the first one is {@link #language}. */
    public List<Locale> languages() {
        return languages;
    }

    /** The main language: of what stands in no other one. */
    public Locale language() {
        return languages.getFirst();
    }

    /** The languages of a setting, such as those of the pages; all of the pack's if it is left out. */
    public List<Locale> languages(String setting) {
        return setting(setting).isPresent() ? locales(setting) : languages;
    }

    /** Whose clock the desk has where no unit is asked. */
    public ZoneId zone() {
        return zone;
    }

    /** The country as ISO 3166 has it in two letters: whose telephone numbers are national ones. */
    public String region() {
        return region;
    }

    /** A line of {@code pack.properties}; empty when it is left out or says nothing. */
    public Optional<String> setting(String key) {
        return Optional.ofNullable(settings.getProperty(key)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /**
     * A line of {@code pack.properties} that cannot be left out.
     *
     * @throws CountryPackRefused it is; the message says so
     */
    public String required(String key) {
        return checked(key, Function.identity());
    }

    /**
     * What a reader makes of a line of {@code pack.properties}; empty when it is left out.
     *
     * @throws CountryPackRefused the reader does not understand it; the message says which line and why
     */
    public <T> Optional<T> setting(String key, Function<String, T> reader) {
        return setting(key).map(value -> {
            try {
                return reader.apply(value);
            } catch (RuntimeException e) {
                throw CountryPackRefused.broken(
                        name, SETTINGS, new IllegalArgumentException(key + ": " + e.getMessage(), e));
            }
        });
    }

    /** The lines of {@code pack.properties} that begin so and a dot, by what follows, in its order. */
    public Map<String, String> settings(String prefix) {
        Map<String, String> found = new TreeMap<>();
        for (String key : settings.stringPropertyNames()) {
            if (key.startsWith(prefix + ".")) {
                setting(key).ifPresent(value -> found.put(key.substring(prefix.length() + 1), value));
            }
        }
        return found;
    }

    /** The parts of a setting's value between commas. */
    public static List<String> parts(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Where its files are, each ending in a slash: its own folder, then that of the pack that it is based on. */
    private List<URI> folders() {
        return Stream.concat(Stream.of(folder), base.stream().flatMap(below -> below.folders().stream()))
                .toList();
    }

    /**
     * The names of the files of a folder that end so, in their order, those of the pack below among them.
     *
     * @throws CountryPackRefused a folder cannot be read
     */
    public List<String> files(String subfolder, String ending) {
        return reading(subfolder, () -> {
            PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
            Set<String> names = new TreeSet<>();
            for (URI place : folders()) {
                for (Resource file : resolver.getResources(place + subfolder + "/*" + ending)) {
                    names.add(Objects.requireNonNull(file.getFilename()));
                }
            }
            return List.copyOf(names);
        });
    }

    /** Whether it has a file, such as {@code messages_pt.properties}. */
    public boolean has(String file) {
        try (InputStream in = open(file)) {
            return in.read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * What a reader makes of a file, such as {@code forms/report-1.yaml}.
     *
     * @throws CountryPackRefused the file is missing, or the reader does not understand it; the message says which and why
     */
    public <T> T read(String file, Reader<T> reader) {
        return reading(file, () -> {
            try (InputStream in = open(file)) {
                return reader.read(in);
            }
        });
    }

    /** Makes something of a file's bytes. */
    @FunctionalInterface
    public interface Reader<T> {

        T read(InputStream file) throws IOException;
    }

    @FunctionalInterface
    private interface Work<T> {

        T done() throws IOException;
    }

    private <T> T reading(String file, Work<T> work) {
        try {
            return work.done();
        } catch (CountryPackRefused refused) {
            throw refused;
        } catch (IOException | RuntimeException e) {
            throw CountryPackRefused.broken(name, file, e);
        }
    }

    /** The pack's own file, or that of the pack below. */
    private InputStream open(String file) throws IOException {
        try {
            return own(file);
        } catch (IOException missing) {
            if (base.isPresent()) {
                return base.get().open(file);
            }
            throw missing;
        }
    }

    private InputStream own(String file) throws IOException {
        return URI.create(folder + file).toURL().openStream();
    }

    private static Properties properties(InputStream file) throws IOException {
        try (java.io.Reader in = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            Properties read = new Properties();
            read.load(in);
            return read;
        }
    }

    private List<Locale> locales(String key) {
        return checked(key, value -> {
            List<Locale> locales = parts(value).stream().map(Locale::of).toList();
            if (locales.isEmpty()) {
                throw new IllegalArgumentException("no language");
            }
            return locales;
        });
    }

    private static String country(String code) {
        if (!Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code)) {
            throw new IllegalArgumentException(code + " is no country of ISO 3166");
        }
        return code;
    }

    private <T> T checked(String key, Function<String, T> reader) {
        return setting(key, reader).orElseThrow(() -> CountryPackRefused.incomplete(name, key));
    }

    @Override
    public String toString() {
        return name;
    }
}
