using Microsoft.Extensions.Hosting;

namespace RbacGrains.Api;

/// <summary>Prepares what sessions are kept with, and warns of what an operator may not want.</summary>
internal sealed class SignInStart(SignInSettings settings, EndedSessions ended, ILogger<SignInStart> log) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.KeyDirectory is null) SignInLog.Ephemeral(log);
        else
        {
            // Whoever reads the keys can make sessions.
            if (!OperatingSystem.IsWindows() && !Directory.Exists(settings.KeyDirectory))
                Directory.CreateDirectory(settings.KeyDirectory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            ended.Open();
        }

        if (settings.Development) SignInLog.Development(log);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
