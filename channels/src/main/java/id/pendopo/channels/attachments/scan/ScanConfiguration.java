package id.pendopo.channels.attachments.scan;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Bean configuration of the virus scan: none, where no host is set. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScanProperties.class)
class ScanConfiguration {

    @Bean
    VirusScanner virusScanner(ScanProperties settings) {
        return settings.on() ? new ClamdScanner(settings) : _ -> VirusScanner.Verdict.CLEAN;
    }
}
