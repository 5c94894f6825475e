/** n8n's own logger says nothing while tests pass; `N8N_LOG_LEVEL=debug npx jest …` brings it back. */
process.env.N8N_LOG_LEVEL ??= 'silent';
