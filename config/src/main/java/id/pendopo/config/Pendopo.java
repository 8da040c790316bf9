package id.pendopo.config;

import id.pendopo.config.commands.Commands;
import id.pendopo.ui.CountryPack;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

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

    /** Today is the agency's day: at six in the morning it is not yesterday any more. Who needs the desk's zone asks this. */
    @Bean
    Clock clock(CountryPack pack, Environment settings) {
        return Clock.system(settings.getProperty("pendopo.channels.time-zone", ZoneId.class, pack.zone()));
    }
}
