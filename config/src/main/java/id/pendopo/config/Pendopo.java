package id.pendopo.config;

import id.pendopo.config.commands.Commands;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
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

    /** Today is the agency's day: at 06.00 WIB it is not yesterday any more. */
    @Bean
    Clock clock(@Value("${pendopo.channels.time-zone:Asia/Jakarta}") ZoneId zone) {
        return Clock.system(zone);
    }
}
