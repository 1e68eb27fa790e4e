namespace RbacGrains.Api;

/// <summary>The configuration or a model file has mistakes; the message lists them, for people.</summary>
internal sealed class ConfigurationException(string message) : Exception(message);
