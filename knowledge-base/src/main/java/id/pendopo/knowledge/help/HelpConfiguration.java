package id.pendopo.knowledge.help;

import id.pendopo.ui.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Menu entries of the help centre's pages. */
@Configuration(proxyBeanMethods = false)
class HelpConfiguration {

    @Bean
    MenuEntry helpMenuEntry() {
        return new MenuEntry("/help", "knowledge.menu.help", "", 40);
    }

    @Bean
    MenuEntry usefulnessMenuEntry() {
        return new MenuEntry(UsefulnessPage.PATH, "knowledge.menu.usefulness", "knowledge:edit", 55);
    }
}
