package id.pendopo.config;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service desk. */
@SpringBootApplication(scanBasePackages = "id.pendopo")
public class Pendopo {

    public static void main(String[] args) {
        SpringApplication.run(Pendopo.class, args);
    }
}
