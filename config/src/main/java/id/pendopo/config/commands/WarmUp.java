package id.pendopo.config.commands;

import id.pendopo.config.database.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.context.support.StandardServletEnvironment;

/**
 * A demonstration that nobody sees, used for some seconds and ended: what a JVM with {@code -XX:AOTCacheOutput} learns from.
 * It has a data folder and a port of its own on loopback, reads neither settings nor environment, and needs no network.
 */
final class WarmUp {

    /** So many that the compiler has seen each way of a turn, and not so many that a build waits long. */
    private static final int MESSAGES = 16000;

    private static final Duration AT_MOST = Duration.ofSeconds(40);

    private WarmUp() {}

    static int run(Class<?> application, String[] args, PrintStream out, PrintStream err) {
        if (args.length != 0) {
            err.println("usage: pendopo warm-up");
            return 2;
        }
        try {
            Path data = Files.createTempDirectory("pendopo-warm-up");
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, 0);
                    ConfigurableApplicationContext desk = desk(application, data, postgres.url())) {
                int answered = new FirstMinute(desk.getEnvironment()).use(MESSAGES, AT_MOST);
                out.println("answered " + answered);
                return answered > 0 ? 0 : 1;
            } finally {
                FileSystemUtils.deleteRecursively(data);
            }
        } catch (IOException e) {
            err.println("the warm-up has no place of its own: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static ConfigurableApplicationContext desk(Class<?> main, Path data, String database) throws IOException {
        SpringApplication application = new SpringApplication(main);
        application.setEnvironment(new Shielded());
        application.setAdditionalProfiles("demo");
        application.setBannerMode(Banner.Mode.OFF);
        return application.run(
                "--spring.config.location=classpath:/",
                "--spring.datasource.url=" + database,
                "--pendopo.data=" + data,
                "--pendopo.demo-password=" + FirstMinute.PASSWORD,
                "--server.port=" + freePort());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Settings of this machine are for the desk that people use. */
    private static final class Shielded extends StandardServletEnvironment {

        @Override
        protected void customizePropertySources(MutablePropertySources sources) {
            super.customizePropertySources(sources);
            sources.remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        }
    }
}
