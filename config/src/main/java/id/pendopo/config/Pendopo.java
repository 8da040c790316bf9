package id.pendopo.config;

import id.pendopo.config.commands.Commands;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The service desk: {@code java -jar pendopo.jar COMMAND}. */
@SpringBootApplication(scanBasePackages = "id.pendopo")
@ConfigurationPropertiesScan("id.pendopo")
public class Pendopo {

    public static void main(String[] args) {
        int exit = Commands.run(Pendopo.class, args, System.out, System.err);
        if (exit >= 0) {
            System.exit(exit);
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
