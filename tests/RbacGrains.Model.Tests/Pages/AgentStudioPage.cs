namespace RbacGrains.Model.Tests.Pages;

/// <summary>The lines of the page, copied from it; blank lines and the heads of its tables left out.</summary>
public static class AgentStudioPage
{
    public const string Levels =
        """
        NoneArea is hidden; user cannot view or access any content
        ReadUser can view all content but cannot create, edit, or delete
        EditUser can view, create, modify, and delete content

        """;

    public const string Areas =
        """
        Analytics
        Control access to conversation data and analysis tools.
        ConversationsCall transcripts, recordings, and review
        KPIsCustom metric definitions
        Custom metricsPost-call reporting and extraction queries
        DashboardsStandard, safety, and custom analytics dashboards
        PolyScoreAutomated conversation scoring
        Smart AnalystAI-powered conversation insights
        Agent analysisPer-call categorization and trends
        CSATCustomer satisfaction surveys
        Behavior
        Control access to agent personality, language, guardrails, and model selection.
        GeneralAgent persona, role, and rules
        LanguageMultilingual settings, coverage, translations
        GuardrailsSafety filters and built-in guardrails
        ModelsModel selection (Raven, OpenAI, Bedrock, BYOM)
        Knowledge
        Control access to FAQs, external sources, and variants.
        FAQsCurated topics, sample questions, answers, actions
        SourcesConnected knowledge integrations
        VariantsMulti-site configurations
        Flows
        Control access to conversation flow design (no-code and code-based).
        Tools
        Control access to custom Python functions, classes, and tool integrations.
        Testing
        Control access to test cases, test sets, and regression runs.
        Real-time config
        Control access to real-time config tools and the configuration builder.
        Voice
        Control access to all voice channel settings.
        AgentAgent voice and disclaimer
        HandoffsTransfer destinations and routing
        Audio libraryPre-recorded audio assets
        NumbersPhone number management, Twilio integration
        AdvancedCall settings, speech recognition, response control, stop keywords, pronunciations
        Messaging
        Control access to chat and SMS settings.
        ChatChat configuration and widget settings (these share a single permission)
        SMSOutbound SMS configuration
        Integrations
        Control access to API integrations, third-party service connections, and MCP.
        Deployments
        Control access to environment and version management.
        EnvironmentsSandbox, Pre-release, Live promotion
        A/B testingTraffic splits and experiments
        Compare versionsSide-by-side diffs
        Project historyVersion history and comparisons
        Widgets
        Control access to phone and chat widget configuration, installation, and sharing.
        Account
        Control access to account settings, users, API keys, call data, and legal.

        """;

    /// <summary>Title, slug and lines of each common configuration.</summary>
    public static TheoryData<string, string, string> Presets => new()
    {
        {
            "Read-only reviewer",
            "read-only-reviewer",
            """
            Analytics: Read
            Behavior: Read
            Knowledge: Read
            Voice: Read
            Messaging: Read
            Deployments: Read
            Account: Read
            """
        },
        {
            "Knowledge editor",
            "knowledge-editor",
            """
            Analytics: Read
            Knowledge: Edit
            Behavior: Read
            Voice: Read
            Messaging: Read
            Deployments: None
            Account: None
            """
        },
        {
            "Full developer",
            "full-developer",
            """
            Analytics: Edit
            Behavior: Edit
            Knowledge: Edit
            Flows: Edit
            Tools: Edit
            Voice: Edit
            Messaging: Edit
            Integrations: Edit
            Deployments: Edit
            Account: Read
            """
        },
        {
            "Operations manager",
            "operations-manager",
            """
            Analytics: Edit
            Behavior: Read
            Knowledge: Read
            Voice: Read
            Messaging: Read
            Deployments: Edit
            Account: Edit
            """
        },
    };
}
