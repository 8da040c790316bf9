package id.pendopo.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.ConnectException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The packed jar, as it is deployed. Other systems than Linux pack their own native libraries beside. */
@EnabledOnOs(OS.LINUX)
class ShippedJarIT {

    private static final Path JAR = Path.of("target/pendopo.jar");
    private static final long MB = 1_000_000;
    private static final Pattern NATIVE = Pattern.compile(".*\\.(so|dll|dylib|jnilib|a|exe)(\\.dSYM/.*)?");
    private static final Pattern LINUX = Pattern.compile(".*/linux-(x64|x86_64|x86-64|aarch64)/.*");

    @Test
    void itWeighsAtMost140Megabytes() throws IOException {
        assertThat(Files.size(JAR)).isLessThanOrEqualTo(140 * MB);
    }

    @Test
    void itBringsNativeLibrariesForLinuxOnTwoProcessorsAndForNothingElse() throws IOException {
        List<String> natives = natives();

        assertThat(natives).isNotEmpty().allMatch(name -> LINUX.matcher(name).matches());
        assertThat(natives).anyMatch(name -> name.endsWith("linux-x64/libonnxruntime.so"));
        assertThat(natives).anyMatch(name -> name.endsWith("linux-aarch64/libonnxruntime.so"));
        assertThat(natives).anyMatch(name -> name.endsWith("linux-x86_64/cpu/libtokenizers.so"));
        assertThat(natives).anyMatch(name -> name.endsWith("linux-aarch64/cpu/libtokenizers.so"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.twilio.http.TwilioRestClient",
                "com.twilio.rest.api.v2010.account.MessageCreator",
                "com.twilio.rest.api.v2010.account.MessageReader",
                "com.twilio.rest.messaging.v1.service.PhoneNumberReader",
                "com.twilio.security.RequestValidator",
                "com.twilio.twiml.VoiceResponse",
                "org.eclipse.angus.mail.imap.IMAPStore",
                "org.eclipse.angus.mail.smtp.SMTPTransport",
                "org.eclipse.angus.mail.handlers.text_plain",
                "org.springframework.integration.dsl.IntegrationFlow",
                "org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient",
                "org.telegram.telegrambots.meta.api.methods.send.SendMessage",
                "org.telegram.telegrambots.meta.api.methods.updates.SetWebhook",
                "org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands",
                "org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations",
                "org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule",
                "com.ctc.wstx.stax.WstxInputFactory",
                "org.apache.commons.compress.archivers.tar.TarArchiveInputStream",
                "org.apache.lucene.analysis.id.IndonesianAnalyzer",
                "ai.onnxruntime.OrtEnvironment",
                "ai.djl.huggingface.tokenizers.HuggingFaceTokenizer"
            })
    void itKeepsWhatItsLibrariesNeed(String name) throws Exception {
        try (URLClassLoader packed = packed()) {
            assertThat(Class.forName(name, true, packed).getMethods()).isNotEmpty();
        }
    }

    @Test
    void itKeepsWhatAMessageIsSentWith() throws Exception {
        try (URLClassLoader packed = packed()) {
            Class<?> http = Class.forName("id.pendopo.channels.adapter.ProviderHttp", true, packed);
            Constructor<?> client = Class.forName("id.pendopo.channels.twilio.TwilioHttp", true, packed)
                    .getDeclaredConstructor(http, URI.class);
            client.setAccessible(true);

            assertThat(client.newInstance(http.getMethod("pooled").invoke(null), URI.create("http://127.0.0.1:9")))
                    .isNotNull();
        }
    }

    /** A request that finds nobody goes through the HTTP client of Telegram's library, and what it needs of Kotlin's. */
    @Test
    void itKeepsWhatTelegramIsAskedWith() throws Exception {
        try (URLClassLoader packed = packed()) {
            Object client = Class.forName("okhttp3.OkHttpClient", true, packed)
                    .getConstructor()
                    .newInstance();
            Class<?> builder = Class.forName("okhttp3.Request$Builder", true, packed);
            Object request = builder.getMethod("build")
                    .invoke(builder.getMethod("url", String.class)
                            .invoke(builder.getConstructor().newInstance(), "http://127.0.0.1:9/bot/getUpdates"));
            Object call = client.getClass()
                    .getMethod("newCall", Class.forName("okhttp3.Request", true, packed))
                    .invoke(client, request);
            Method execute = Class.forName("okhttp3.Call", true, packed).getMethod("execute");

            assertThatThrownBy(() -> execute.invoke(call)).hasCauseInstanceOf(ConnectException.class);
        }
    }

    @Test
    void itSaysWhichLibrariesItHolds() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            JsonNode bill = new ObjectMapper()
                    .readTree(jar.getInputStream(jar.getJarEntry("META-INF/sbom/application.cdx.json")));
            List<String> named = bill.path("components")
                    .valueStream()
                    .map(component -> component.path("name").asString() + "-"
                            + component.path("version").asString() + ".jar")
                    .toList();

            assertThat(bill.path("bomFormat").asString()).isEqualTo("CycloneDX");
            assertThat(named).containsAll(libraries(jar));
        }
    }

    /** Without the one that Spring Boot's plugin adds to unpack the jar. */
    private static List<String> libraries(JarFile jar) {
        return jar.stream()
                .map(JarEntry::getName)
                .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
                .filter(name -> !name.contains("/spring-boot-jarmode-tools-"))
                .map(name -> name.substring("BOOT-INF/lib/".length()))
                .toList();
    }

    /** The class path with the libraries as they were packed. */
    private static URLClassLoader packed() throws IOException {
        List<Path> lean;
        try (Stream<Path> files = Files.list(Path.of("target/lean/BOOT-INF/lib"))) {
            lean = files.toList();
        }
        List<String> names =
                lean.stream().map(Path::getFileName).map(Path::toString).toList();
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Stream<Path> others = Arrays.stream(all.split(File.pathSeparator))
                .map(Path::of)
                .filter(file -> !names.contains(file.getFileName().toString()));
        return new URLClassLoader(
                Stream.concat(lean.stream(), others).map(ShippedJarIT::url).toArray(URL[]::new),
                ClassLoader.getPlatformClassLoader());
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<String> natives() throws IOException {
        List<String> found = new ArrayList<>();
        try (JarFile jar = new JarFile(JAR.toFile())) {
            for (JarEntry library : jar.stream()
                    .filter(entry -> entry.getName().endsWith(".jar"))
                    .toList()) {
                try (InputStream bytes = jar.getInputStream(library);
                        JarInputStream entries = new JarInputStream(bytes)) {
                    for (JarEntry entry = entries.getNextJarEntry(); entry != null; entry = entries.getNextJarEntry()) {
                        if (NATIVE.matcher(entry.getName()).matches()) {
                            found.add(library.getName() + "!/" + entry.getName());
                        }
                    }
                }
            }
        }
        return found;
    }
}
